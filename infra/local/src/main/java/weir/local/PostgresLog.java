package weir.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a server has written to its log since some moment. */
record PostgresLog(Path file, int from) {
  private static final int LAST = 20;

  /** What the server writes from now on. */
  static PostgresLog since(Path file) throws IOException {
    return new PostgresLog(file, Files.exists(file) ? Math.toIntExact(Files.size(file)) : 0);
  }

  private List<String> lines() throws IOException {
    byte[] all = Files.readAllBytes(file);
    byte[] own = Arrays.copyOfRange(all, Math.min(from, all.length), all.length);
    return new String(own, StandardCharsets.UTF_8).lines().toList();
  }

  boolean contains(String words) throws IOException {
    return lines().stream().anyMatch(line -> line.contains(words));
  }

  /** The reason in the first line, followed by the last lines of the log. */
  String end() throws IOException {
    List<String> lines = lines();
    String reason =
        lines.stream()
            .filter(line -> line.contains("FATAL:"))
            .findFirst()
            .orElse("it wrote no reason");
    List<String> last = lines.subList(Math.max(0, lines.size() - LAST), lines.size());
    return reason + "\n" + String.join("\n", last);
  }
}
