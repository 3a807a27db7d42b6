package dev.sextant.index.cache;

/**
 * An entry on its way into a segment.
 *
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Entries are not compared.
record Entry(CacheKey key, byte[] bytes) {}
