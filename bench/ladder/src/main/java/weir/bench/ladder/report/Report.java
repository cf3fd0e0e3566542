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
 * The report of a measurement: all its results and their circumstances.
 *
 * @param command the arguments of the command line
 * @param settings the other settings on which the figures depend
 * @param results every single result
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

  /** Writes the report as NAME.json, and the text for people as NAME.md. */
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
