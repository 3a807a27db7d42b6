package dev.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.index.Pass;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How figures are laid out. */
class CommandOutputTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1.0 KiB",
    "1536, 1.5 KiB",
    "734003200, 700.0 MiB",
    "1099511627776, 1.0 TiB",
    "1125899906842624, 1024.0 TiB"
  })
  void writesSizesInTheLargestUnit(long bytes, String text) {
    assertThat(ByteSize.text(bytes)).isEqualTo(text);
  }

  @Test
  void readsThePeakFromTheStatusOfTheProcess() {
    assertThat(PeakMemory.bytes(List.of("Name:\tjava", "VmHWM:\t  123 kB", "VmRSS:\t 100 kB")))
        .hasValue(123 * 1024);
    assertThat(PeakMemory.bytes(List.of("Name:\tjava"))).isEmpty();
  }

  @Test
  void drawsProgressWithinItsBounds() {
    assertThat(ProgressBar.line(Pass.EXTRACT, 5, 10))
        .isEqualTo("extract  [###############---------------]  50 %  5 of 10");
    assertThat(ProgressBar.line(Pass.WALK, 12, 0)).isEqualTo("walk     12");
    assertThat(ProgressBar.line(Pass.EXTRACT, 12, 10)).contains("100 %");
  }

  @Test
  void tabulatesWorkspaces() throws IOException {
    String status =
        """
        {"version":"1","uptimeMs":3723000,"connections":2,
         "memory":{"limit":1073741824,"loaded":2048,"highWater":4096},
         "workspaces":[
          {"workspace":"/a","state":"Loaded","generation":12,"pinned":true,"files":1234,
           "symbols":5,"edges":6,"bytes":2048,"highWaterBytes":4096},
          {"workspace":"/longer","state":"Failed","generation":0,"lastError":"broken",
           "files":0,"symbols":0,"edges":0,"bytes":0,"highWaterBytes":0}]}
        """;

    assertThat(StatusTable.text(new ObjectMapper().readTree(status)))
        .isEqualTo(
            """
            sextant 1, up 1:02:03, 2 connections
            memory 2.0 KiB, peak 4.0 KiB, limit 1.0 GiB

            WORKSPACE  STATE           GENERATION  FILES  SYMBOLS  EDGES   MEMORY     PEAK
            /a         Loaded, pinned          12  1,234        5      6  2.0 KiB  4.0 KiB
            /longer    Failed                   0      0        0      0      0 B      0 B

            /longer: broken
            """);
  }
}
