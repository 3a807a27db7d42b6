package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which pages may connect. */
class UpgradeCheckTest {
  @Test
  void letsOwnPagesLoopbackAndAllowedHostsConnect() {
    assertThat(mayConnect("http://code.example:7433")).isTrue();
    assertThat(mayConnect("http://CODE.example:7433")).isTrue();
    assertThat(mayConnect("http://localhost:5173")).isTrue();
    assertThat(mayConnect("http://127.0.0.1")).isTrue();
    assertThat(mayConnect("http://[::1]:80")).isTrue();
    assertThat(mayConnect("https://friend.example")).isTrue();
    assertThat(UpgradeCheck.mayConnect(null, "code.example:7433", Set.of())).isTrue();
  }

  @Test
  void refusesEveryOtherPage() {
    assertThat(mayConnect("https://evil.example")).isFalse();
    assertThat(mayConnect("https://code.example.evil.example:7433")).isFalse();
    assertThat(mayConnect("http://code.example:8080")).isFalse();
    assertThat(mayConnect("http://localhost.evil.example")).isFalse();
    assertThat(mayConnect("null")).isFalse();
    assertThat(mayConnect("not a uri")).isFalse();
    assertThat(mayConnect("")).isFalse();
    assertThat(UpgradeCheck.mayConnect("file://", "", Set.of())).isFalse();
  }

  private static boolean mayConnect(String origin) {
    return UpgradeCheck.mayConnect(origin, "code.example:7433", Set.of("friend.example"));
  }
}
