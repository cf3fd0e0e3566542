package weir.log;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.judge.Floor;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.LogPosition;
import weir.model.Verdict;
import weir.notice.Announcements;
import weir.walk.Receiver;
import weir.walk.Walk;

/**
 * Tells how fast files of {@code ./weir produce --to} are walked by the default book, with
 * verdicts: read as they are walked, or all read before.
 */
final class WalkSpeed {
  private static final int ROUNDS = 3;

  private WalkSpeed() {}

  /** How much was said. */
  private static final class Counted implements Receiver {
    private long alerts;
    private long verdicts;
    private long letters;

    @Override
    public void alert(LogPosition cause, Alert alert) {
      alerts++;
    }

    @Override
    public void verdict(LogPosition cause, Verdict verdict) {
      verdicts++;
    }

    @Override
    public void deadLetter(DeadLetter letter) {
      letters++;
    }
  }

  /** Takes a file of transactions, and a file of labels if there is one. */
  public static void main(String[] files) {
    RuleBook book = RuleBookReader.readDefault();
    List<Path> labels = files.length > 1 ? List.of(Path.of(files[1])) : List.of();
    for (int round = 0; round < ROUNDS; round++) {
      try (FileLog log = open(book, files[0], labels)) {
        walk("from the file", book, log);
      }
      try (FileLog log = open(book, files[0], labels);
          InMemory all = InMemory.of(log)) {
        walk("from memory", book, all);
      }
    }
  }

  private static FileLog open(RuleBook book, String file, List<Path> labels) {
    return FileLog.open(
        book.charter(), List.of(Path.of(file)), labels, Duration.ofSeconds(1), Span.ALL);
  }

  private static void walk(String what, RuleBook book, Log log) {
    Counted counted = new Counted();
    Walk walk =
        new Walk(
            book.charter(),
            Announcements.always(book),
            /* verdicts= */ true,
            log::reached,
            counted);
    long begin = System.nanoTime();
    long cpu = cpuNanos();
    long records = 0;
    for (Entry each = log.next(); each != null; each = log.next()) {
      each.into(walk);
      records++;
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpuMicros = (cpuNanos() - cpu) / 1e3 / records;
    System.gc();
    Runtime jvm = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%s: %,d records in %.1f s, %,.0f/s, %.1f us of CPU each, heap after it %,d MB; %,d alerts, %,d verdicts,"
            + " %,d dead letters; holds %s%n",
        what,
        records,
        seconds,
        records / seconds,
        cpuMicros,
        (jvm.totalMemory() - jvm.freeMemory()) >> 20,
        counted.alerts,
        counted.verdicts,
        counted.letters,
        walk.holding());
  }

  /** Of this thread: other work on the machine does not count. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** A log that was read to its end. */
  private static final class InMemory implements Log {
    private final List<Entry> all = new ArrayList<>();
    private final List<Long> reached = new ArrayList<>();
    private int next;

    static InMemory of(Log log) {
      InMemory memory = new InMemory();
      for (Entry each = log.next(); each != null; each = log.next()) {
        memory.all.add(each);
        memory.reached.add(log.reached());
      }
      return memory;
    }

    @Override
    public @Nullable Entry next() {
      return next < all.size() ? all.get(next++) : null;
    }

    @Override
    public long reached() {
      return next == 0 ? Floor.UNKNOWN : reached.get(next - 1);
    }

    @Override
    public long records() {
      return all.size();
    }

    @Override
    public void close() {
      all.clear();
    }
  }
}
