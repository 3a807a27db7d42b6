package dev.sextant.source;

/**
 * One listed file, as it was when its folder was read.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param path where it lies
 * @param sizeBytes its length
 * @param modifiedNanos when it was last written, in nanoseconds since the epoch, as finely as the
 *     file system tells
 */
public record SourceFile(SourcePath path, long sizeBytes, long modifiedNanos) {}
