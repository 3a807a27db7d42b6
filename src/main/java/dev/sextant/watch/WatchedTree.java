package dev.sextant.watch;

import dev.sextant.source.WalkSettings;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Which files of which folder are watched.
 *
 * <p><b>Threads:</b> immutable, as far as the predicates are.
 *
 * @param root the folder
 * @param walk which folders are left out
 * @param wanted told a file's name, says whether some language knows it
 * @param configuration told a file's name, says whether it is reported as configuration; see {@link
 *     BuildFiles}
 */
public record WatchedTree(
    Path root, WalkSettings walk, Predicate<String> wanted, Predicate<String> configuration) {}
