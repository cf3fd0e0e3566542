package weir.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import weir.files.Durations;

/**
 * Shows how far some long work is, and how long it will take: in place on a terminal, and now and
 * then in a log.
 */
public final class ProgressLine implements AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final long ON_A_TERMINAL = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long IN_A_LOG = TimeUnit.SECONDS.toNanos(10);

  /** Before that it is a guess. */
  private static final long FORETOLD_AFTER = TimeUnit.SECONDS.toNanos(2);

  private final PrintWriter err;
  private final boolean interactive = Terminal.isInteractive();
  private long next = System.nanoTime() + (interactive ? 0 : IN_A_LOG);
  private String step = "";
  private long begun;

  public ProgressLine(PrintWriter err) {
    this.err = err;
  }

  /**
   * A part of a step is done.
   *
   * @param step what is being done, such as "growing trees of depth 4"
   */
  public void at(String step, long done, long all) {
    long now = System.nanoTime();
    begin(step, now);
    show(
        now, String.format(Locale.ROOT, "%s: %,d of %,d%s", step, done, all, left(now, done, all)));
  }

  /** Something is being done of which nobody knows how far it is: says for how long already. */
  public void at(String step) {
    long now = System.nanoTime();
    begin(step, now);
    long seconds = TimeUnit.NANOSECONDS.toSeconds(now - begun);
    show(now, step + ": " + Durations.print(TimeUnit.SECONDS.toMillis(Math.max(1, seconds))));
  }

  private void begin(String other, long now) {
    if (!other.equals(step)) {
      step = other;
      begun = now;
    }
  }

  private void show(long now, String line) {
    if (now - next < 0) {
      return;
    }
    next = now + (interactive ? ON_A_TERMINAL : IN_A_LOG);
    err.print(interactive ? CLEAR_LINE + line : line + System.lineSeparator());
    err.flush();
  }

  private String left(long now, long done, long all) {
    long taken = now - begun;
    if (taken < FORETOLD_AFTER || done <= 0 || all <= done) {
      return "";
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds((long) ((double) taken / done * (all - done)));
    return ", " + Durations.print(TimeUnit.SECONDS.toMillis(Math.max(1, seconds))) + " left";
  }

  /** Makes room for what is to stay. */
  public void clear() {
    if (interactive) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }

  @Override
  public void close() {
    clear();
  }
}
