/**
 * What one file says, before anything else is known: declarations, scopes, imports and references.
 *
 * <p><b>Invariants:</b> facts depend only on the bytes of their file and on the extractor; a
 * language is one folder below this one, and no language knows another.
 *
 * <p><b>Threads:</b> {@link FileFacts} are immutable; builders and extractors are confined to one
 * worker.
 *
 * <p><b>Does not know</b> other files, the graph being built, or the workspace.
 */
@NullMarked
package dev.sextant.lang;

import org.jspecify.annotations.NullMarked;
