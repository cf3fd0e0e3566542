package weir.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The same rows for a terminal and for a document. */
class TableTest {
  private final Table table = new Table("who", "tx/s");

  TableTest() {
    table.add(List.of("plain", "100,000"));
    table.add(List.of("weir-flink", "9"));
  }

  @Test
  void inColumns() {
    assertThat(table.text())
        .isEqualTo(
            """
            who            tx/s
            plain       100,000
            weir-flink        9
            """);
  }

  @Test
  void asItsColumnsAreAligned() {
    assertThat(table.align(0, false).align(1, true).underlined())
        .isEqualTo(
            """
                   who  tx/s
            ----------  -------
                 plain  100,000
            weir-flink  9
            """);
  }

  @Test
  void asMarkdown() {
    assertThat(table.markdown())
        .isEqualTo(
            """
            | who | tx/s |
            | --- | --- |
            | plain | 100,000 |
            | weir-flink | 9 |
            """);
  }
}
