/**
 * Finds the jars that the sources of a workspace are compiled against, by reading what its build
 * files say and what the caches of the build tools already have.
 *
 * <p>Reading order: {@link dev.sextant.index.classpath.ClassPathSearch}; for Maven {@code
 * PomReader} to {@code PomModels} to {@code DependencyWalk}; for Gradle {@code GradleFiles}.
 *
 * <p><b>Invariants:</b> nothing is downloaded, executed or written; what build files name stays
 * below the workspace and the caches; whatever they hold, the outcome is a list within stated
 * bounds, and what was not found is in it.
 *
 * <p><b>Threads:</b> a search is confined to its caller; results are immutable.
 *
 * <p><b>Does not know</b> what is in a jar, or how names are resolved.
 */
@NullMarked
package dev.sextant.index.classpath;

import org.jspecify.annotations.NullMarked;
