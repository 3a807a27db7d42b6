package dev.sextant.cli;

import dev.sextant.index.IndexSettings;
import java.io.PrintStream;

/**
 * What commands need of the process they run in.
 *
 * @param out standard output, for answers
 * @param err standard error, for everything else
 * @param progress where progress may be drawn
 * @param index bounds of builds
 * @param state what outlives the process
 * @param processors threads to build with, at least 1
 * @param version the version of this program
 * @param service starts the service
 */
public record CommandSurroundings(
    PrintStream out,
    PrintStream err,
    Progress progress,
    IndexSettings index,
    LocalState state,
    int processors,
    String version,
    ServiceStart service) {

  /** Where progress may be drawn. */
  public enum Progress {
    /** Standard error is looked at by a person. */
    BAR,
    /** Nobody looks. */
    NONE
  }
}
