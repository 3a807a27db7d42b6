package dev.sextant.source;

/**
 * A folder, or an ignore file in it, that could not be read while listing.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param path the folder or ignore file, relative to the root
 * @param reason what the file system said
 */
public record FolderProblem(String path, String reason) {}
