/**
 * The command line: what a person or a script types, and what it prints.
 *
 * <p><b>Invariants:</b> answers go to standard output, everything else to standard error; every
 * command ends with one of {@link dev.sextant.cli.ExitCode}. Only {@code serve} starts the service;
 * {@code call} and {@code status} speak to one over the protocol like any client.
 *
 * <p><b>Threads:</b> a command runs on the main thread; progress is reported from the threads of a
 * build.
 *
 * <p><b>Does not know:</b> how the service is put together and how its configuration is read.
 */
@NullMarked
package dev.sextant.cli;

import org.jspecify.annotations.NullMarked;
