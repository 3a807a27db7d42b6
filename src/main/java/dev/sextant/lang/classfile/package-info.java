/**
 * What class files declare, as the same facts that source files give: the platform and the jars a
 * workspace is compiled against.
 *
 * <p><b>Invariants:</b> facts read here hold no reference, no position and nothing that source code
 * elsewhere could not name or inherit; whatever bytes come in, the outcome is facts or a stated
 * problem, within stated bounds.
 *
 * <p><b>Threads:</b> readers are confined to their caller.
 *
 * <p><b>Does not know</b> where jars come from, how names are resolved, or any language's syntax.
 */
@NullMarked
package dev.sextant.lang.classfile;

import org.jspecify.annotations.NullMarked;
