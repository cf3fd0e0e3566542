package weir.bench.ladder.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is left of a measurement: all that was found, and under which circumstances.
 *
 * @param command what was typed
 * @param settings what else the figures depend on
 * @param results every single one
 */
public record Report(
    List<String> command,
    Map<String, String> versions,
    int cores,
    Map<String, String> settings,
    List<?> results) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public static Report of(List<String> command, Map<String, String> settings, List<?> results) {
    return new Report(
        command, Versions.all(), Runtime.getRuntime().availableProcessors(), settings, results);
  }

  /** Writes it as NAME.json, and what people read of it as NAME.md. */
  public void write(Path folder, String name, String markdown) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(this) + "\n");
      Files.writeString(folder.resolve(name + ".md"), markdown);
    } catch (IOException failed) {
      throw new UncheckedIOException(folder + " cannot be written: " + failed, failed);
    }
  }
}
