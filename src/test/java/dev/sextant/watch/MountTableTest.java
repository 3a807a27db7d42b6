package dev.sextant.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The mounts that have to do with a folder, read from lines as Linux writes them. */
class MountTableTest {
  private static String line(int number, String point, String type) {
    return number
        + " 24 0:"
        + number
        + " / "
        + point
        + " rw,noatime shared:1 - "
        + type
        + " x rw\n";
  }

  private static List<String> points(String folder, String lines) {
    return MountTable.around(folder, lines).mounts().stream().map(MountTable.Mount::point).toList();
  }

  @Test
  void keepsWhatIsMountedAboveAtAndBelowTheFolder() {
    String lines =
        line(1, "/", "ext4")
            + line(2, "/home", "ext4")
            + line(3, "/home/me/shop", "tmpfs")
            + line(4, "/home/me/shop/a/b", "tmpfs")
            + line(5, "/proc", "proc");

    assertThat(points("/home/me/shop", lines))
        .containsExactly("/", "/home", "/home/me/shop", "/home/me/shop/a/b");
  }

  @Test
  void aFolderWhoseNameOnlyBeginsTheSameIsAnother() {
    String lines = line(1, "/home/me/shopping", "ext4") + line(2, "/home/me/sho", "ext4");

    assertThat(points("/home/me/shop", lines)).isEmpty();
  }

  @Test
  void everythingIsBelowTheRootOfAllFolders() {
    String lines = line(1, "/", "ext4") + line(2, "/home", "ext4");

    assertThat(points("/", lines)).containsExactly("/", "/home");
  }

  @Test
  void readsTheNumbersThatStandForCharacters() {
    String lines = line(1, "/a/with\\040space\\011tab\\012line\\134back\\0", "ext4");

    assertThat(points("/a/with space\ttab\nline\\back\\0", lines))
        .containsExactly("/a/with space\ttab\nline\\back\\0");
  }

  @Test
  void leavesOutLinesThatItCannotRead() {
    assertThat(points("/", "\n1 2 3\n1 2 0:3 / /cut\n1 2 0:3 / /a rw\n")).containsExactly("/a");
  }

  @Test
  void differsWhenOneTakesThePlaceOfAnother() {
    String before = "36 24 0:40 /one /a/b rw - ext4 x rw\n";

    for (String after :
        List.of(
            "",
            "37 24 0:40 /one /a/b rw - ext4 x rw\n",
            "36 24 0:41 /one /a/b rw - ext4 x rw\n",
            "36 24 0:40 /two /a/b rw - ext4 x rw\n",
            before + before)) {
      assertThat(MountTable.around("/a", after)).isNotEqualTo(MountTable.around("/a", before));
    }
  }

  @Test
  void isTheSameWhenOnlyOptionsOrOtherFoldersChange() {
    String before = "36 24 0:40 / /a/b rw - ext4 x rw\n";
    String after = "36 24 0:40 / /a/b ro master:2 propagate_from:1 - ext4 x ro\n";

    assertThat(MountTable.around("/a", line(9, "/c", "tmpfs") + after))
        .isEqualTo(MountTable.around("/a", before));
  }

  @Test
  void objectsToFileSystemsThatOtherMachinesChange() {
    String lines =
        line(1, "/a/local", "ext4")
            + line(2, "/a/far", "nfs4")
            + line(3, "/a/user", "fuse.sshfs")
            + line(4, "/a/covered", "nfs4")
            + line(5, "/a/covered", "tmpfs");

    var objections = MountTable.around("/a", lines).objections();
    assertThat(objections).containsOnlyKeys("/a/far", "/a/user");
    assertThat(objections.get("/a/far")).contains("nfs4 at /a/far");
  }
}
