package dev.sextant.app;

/** The settings as an operator writes them, by concern; an unknown key is refused. */
record Configuration(
    IndexConfig index,
    MemoryConfig memory,
    RebuildConfig rebuild,
    ServeConfig serve,
    PersistConfig persist,
    WatchConfig watch,
    RpcConfig rpc) {}
