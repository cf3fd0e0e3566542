package weir.bench.ladder.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The most memory that a process ever had, if the system tells. */
public final class PeakMemory {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final long KILOBYTE = 1 << 10;

  private PeakMemory() {}

  /** The peak in bytes; nothing where there is no /proc. */
  public static OptionalLong of(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(SPACE.split(line, -1)[1]) * KILOBYTE)
          .findFirst();
    } catch (IOException elsewhere) {
      return OptionalLong.empty();
    }
  }
}
