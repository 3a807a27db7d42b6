package dev.sextant.resolve;

/**
 * The numbers of all declarations: those of the first file, then those of the next.
 *
 * <p><b>Shape:</b> where each file begins, and for every sixteenth declaration its file.
 *
 * <p><b>Threads:</b> immutable.
 */
final class Numbering {
  private static final int BLOCK_BITS = 4;

  private final int[] first;
  private final int[] fileOfBlock;

  /** A numbering of files that begin at {@code first}, behind which the end is; not copied. */
  Numbering(int[] first) {
    this.first = first;
    fileOfBlock = new int[(count() >>> BLOCK_BITS) + 1];
    int file = 0;
    for (int block = 0; block < fileOfBlock.length; block++) {
      while (file + 2 < first.length && first[file + 1] <= block << BLOCK_BITS) {
        file++;
      }
      fileOfBlock[block] = file;
    }
  }

  int count() {
    return first[first.length - 1];
  }

  /** The first declaration of a file. */
  int first(int file) {
    return first[file];
  }

  /** The file of a declaration. */
  int fileOf(int declaration) {
    int file = fileOfBlock[declaration >>> BLOCK_BITS];
    while (first[file + 1] <= declaration) {
      file++;
    }
    return file;
  }
}
