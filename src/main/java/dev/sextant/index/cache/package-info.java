/**
 * Facts kept on disk, so that a file whose content was seen before is not parsed again.
 *
 * <p><b>Invariants:</b> what is found is what extraction would give: the key has the content, the
 * name of the file, its grammar and the version of the extractors. A damaged entry is never given
 * out. Nothing that goes wrong here fails a build. A segment never changes once it has its name.
 *
 * <p><b>Threads:</b> a session is shared by the workers of a build; any number of sessions, of this
 * process and others, may use a folder at once.
 *
 * <p><b>Does not know</b> builds, listings, where a file lies.
 */
@NullMarked
package dev.sextant.index.cache;

import org.jspecify.annotations.NullMarked;
