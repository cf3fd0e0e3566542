package weir.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {
  @TempDir private Path folder = Path.of("");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aRecordIsALine() throws Exception {
    Path file = folder.resolve("a.jsonl");
    try (FileSink sink = new FileSink(file)) {
      sink.send(1, bytes("k"), bytes("{\"a\":\"ü\"}"));
      sink.send(2, bytes("k"), bytes("broken"));
      sink.flush();
      assertThat(Files.readAllLines(file)).containsExactly("{\"a\":\"ü\"}", "broken");
    }
  }

  @Test
  void aFolderThatIsMissingIsNamed() {
    Path missing = folder.resolve("none").resolve("a.jsonl");
    assertThatThrownBy(() -> new FileSink(missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(missing + " cannot be written: ");
  }
}
