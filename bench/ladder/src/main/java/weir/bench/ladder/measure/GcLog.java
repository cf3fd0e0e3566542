package weir.bench.ladder.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the log of a JVM's garbage collections tells about its heap. */
public final class GcLog {
  private static final long MEGABYTE = 1 << 20;
  private static final Pattern COLLECTION =
      Pattern.compile("\\[(\\d+)ms\\] GC\\(\\d+\\) Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\) .*");

  private final List<Collection> collections;

  private record Collection(long millis, long before, long after) {}

  private GcLog(List<Collection> collections) {
    this.collections = collections;
  }

  /** The JVM option that writes the log, the same for every contestant. */
  public static String option(Path file) {
    return "-Xlog:gc:file=" + file + ":timemillis:filecount=0";
  }

  public static GcLog read(Path file) {
    try {
      return parse(Files.readAllLines(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static GcLog parse(List<String> lines) {
    List<Collection> collections = new ArrayList<>();
    for (String line : lines) {
      Matcher matcher = COLLECTION.matcher(line);
      if (matcher.matches()) {
        collections.add(
            new Collection(
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)) * MEGABYTE,
                Long.parseLong(matcher.group(3)) * MEGABYTE));
      }
    }
    return new GcLog(collections);
  }

  /** The largest heap after a collection, in bytes. */
  public OptionalLong largestLive() {
    return collections.stream().mapToLong(Collection::after).max();
  }

  /**
   * The bytes allocated per second between two instants. Each collection between them, from the
   * second on, counts the growth of the heap since the collection before.
   */
  public OptionalDouble allocationPerSecond(long fromMillis, long toMillis) {
    List<Collection> between =
        collections.stream()
            .filter(each -> fromMillis <= each.millis() && each.millis() <= toMillis)
            .toList();
    if (between.size() < 2) {
      return OptionalDouble.empty();
    }
    long allocated = 0;
    for (int i = 1; i < between.size(); i++) {
      allocated += between.get(i).before() - between.get(i - 1).after();
    }
    long millis = between.get(between.size() - 1).millis() - between.get(0).millis();
    return OptionalDouble.of(allocated * 1e3 / Math.max(1, millis));
  }
}
