package dev.sextant.watch;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourcePath;
import dev.sextant.source.SourceTree;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.TreeListing;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one tree, and what they report: what differs from the look before, or what is new where
 * folders begin to be watched.
 *
 * <p><b>Threads:</b> confined to the scanning thread.
 */
final class TreeLooks {
  private final Relay relay;
  private final SourceTree tree;
  private final Path root;
  private final WatchedFolders folders;
  private final Cancellation cancellation;

  /** The look before; none while there are events. */
  private @Nullable TreeStamps stamps;

  TreeLooks(Relay relay, SourceTree tree, WatchedFolders folders, Cancellation cancellation) {
    this.relay = relay;
    this.tree = tree;
    this.root = tree.root();
    this.folders = folders;
    this.cancellation = cancellation;
  }

  /** Lists the tree while no folder of it is watched. */
  TreeListing list() throws SourceTreeException {
    return tree.list(cancellation);
  }

  /** Lists the tree and watches its folders, unless {@code walk} fails. */
  TreeListing list(WatchedFolders.Registering walk) throws SourceTreeException {
    return tree.list(walk, cancellation);
  }

  /** Lists the tree and reports what differs from the look before. */
  void compare() throws SourceTreeException {
    relay.update((_, cookies) -> cookies.scanBegins());
    exchange(list());
    relay.update((_, cookies) -> cookies.scanEnds());
  }

  /**
   * The tree was listed to begin watching it: reports what differs from the look before when it is
   * not the first time, and keeps the look when there are no events.
   */
  void armed(TreeListing listing, boolean byEvents, boolean again) {
    if (again && byEvents && stamps == null) {
      relay.folder("");
    } else if (again) {
      exchange(listing);
    } else if (!byEvents) {
      stamps = TreeStamps.of(root, listing);
    }
    if (byEvents) {
      forget();
    }
  }

  private void exchange(TreeListing listing) {
    TreeStamps before = stamps;
    TreeStamps now = TreeStamps.of(root, listing);
    stamps = now;
    if (before == null) {
      relay.folder("");
    } else {
      before.changedIn(now).forEach(path -> relay.file(path.value()));
    }
  }

  void forget() {
    stamps = null;
  }

  /**
   * Lists a part of the tree, watches the folders there, and reports what is new and what has gone.
   *
   * @param objections by folder, why it must not be relied on its events
   * @return why not all folders could be watched; empty when they could
   */
  String listAgain(String part, Map<String, String> objections) throws SourceTreeException {
    WatchedFolders.Registering walk = folders.registering(objections);
    TreeListing listing =
        part.isEmpty() ? list(walk) : tree.listAt(new SourcePath(part), walk, cancellation);
    if (!walk.failure().isEmpty()) {
      return walk.failure();
    }
    folders.keepOnly(part, listing.folders(), walk, root).forEach(relay::folder);
    for (SourceFile file : listing.files()) {
      String path = file.path().value();
      if (walk.isFresh(path.substring(0, Math.max(0, path.lastIndexOf('/'))))) {
        relay.file(path);
      }
    }
    return "";
  }
}
