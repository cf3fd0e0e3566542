package weir.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Why a JVM ended, as its log tells.
 *
 * @param reason the sentence about it that one of Weir's says, if it came to that
 * @param end the last lines
 */
public record LastWords(Optional<String> reason, List<String> end) {
  private static final String SAID = "weir: ";

  /** What a pipeline says when all is well. */
  private static final String BEGAN = SAID + "judges ";

  private static final int LINES = 40;

  static LastWords in(Path log) {
    List<String> lines = lines(log);
    Optional<String> reason =
        lines.stream()
            .filter(line -> line.startsWith(SAID) && !line.startsWith(BEGAN))
            .reduce((before, line) -> line)
            .map(line -> line.substring(SAID.length()));
    return new LastWords(reason, lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }

  private static List<String> lines(Path log) {
    try {
      // Not everything that an engine prints is well-formed.
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      return List.of("(no log: " + unreadable + ")");
    }
  }

  /** The last lines as one text. */
  public String text() {
    return String.join("\n", end);
  }
}
