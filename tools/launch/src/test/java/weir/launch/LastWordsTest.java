package weir.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {
  @TempDir private Path folder = Path.of("target");

  private LastWords of(String... lines) throws IOException {
    return LastWords.in(Files.writeString(folder.resolve("log"), String.join("\n", lines)));
  }

  @Test
  void theReasonIsWhatWasSaidLast() throws IOException {
    LastWords words =
        of(
            "weir: judges 'transactions' at here:1, alerts go to 'fraud-alerts'",
            "weir: the database is away, waiting",
            "at java.base/somewhere",
            "weir: the database at here:2 was away for 600 s",
            "[main] ERROR something");
    assertThat(words.reason()).contains("the database at here:2 was away for 600 s");
  }

  @Test
  void whoeverSaidNothingOfTheEndHasNoReason() throws IOException {
    LastWords words = of("weir: judges 'transactions' at here:1", "x", "y");
    assertThat(words.reason()).isEmpty();
    assertThat(words.end()).endsWith("x", "y");
  }
}
