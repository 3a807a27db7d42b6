package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedAddressTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1:7433",
    "code.example, code.example:7433",
    "::1, [::1]:7433",
    "[::1], [::1]:7433",
    "0.0.0.0, 127.0.0.1:7433",
    "::, 127.0.0.1:7433"
  })
  void namesAnAddressThatCanBeOpened(String host, String authority) {
    ServedAddress address = new ServedAddress(host, 7433);

    assertThat(address.protocol()).isEqualTo("ws://" + authority + "/rpc");
    assertThat(address.page()).startsWith("http://" + authority + "/");
  }
}
