/**
 * What changed on disk below a root, and when.
 *
 * <p>Reading order: {@link dev.sextant.watch.TreeWatcher} begins a {@link dev.sextant.watch.Watch},
 * whose {@link dev.sextant.watch.WatchListener} is handed {@link dev.sextant.watch.ChangeSet}s.
 * Then from the event to the set: {@link dev.sextant.watch.WatchThreads}, {@link
 * dev.sextant.watch.FolderEvents}, {@link dev.sextant.watch.Relay}; and what is done when events do
 * not tell enough: {@link dev.sextant.watch.TreeWatching}.
 *
 * <p><b>Invariants:</b> nothing is lost in silence: lost events become a set that counts everything
 * as changed, and events that do not come become polling, which the status says; every file that
 * changes after a watch was armed is named by a later set or lies in what that set counts as
 * changed; everything that is kept has a bound; no program is run and no symbolic link is followed
 * below a root.
 *
 * <p><b>Threads:</b> two for all watches, and the one by which the JDK reads the operating system's
 * events. The public types are thread-safe. Locks, outermost first: {@code GitWatch}, {@code
 * FolderKeys}; that of {@code Relay} is taken alone.
 *
 * <p><b>Does not know</b> what is done with changes: graphs, builds, requests.
 */
@NullMarked
package dev.sextant.watch;

import org.jspecify.annotations.NullMarked;
