package dev.sextant.syntax;

/**
 * A file that was being parsed when a process died.
 *
 * @param path the name its worker gave it
 * @param bytes its size then
 * @param stamp what its worker tells one content of it from another by, such as a hash
 */
public record QuarantinedFile(String path, long bytes, long stamp) {}
