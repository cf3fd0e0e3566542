package weir.train.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import weir.command.Terminal;
import weir.train.rows.Progress;

/** Shows how far a training is: in place on a terminal, and now and then in a log. */
final class ProgressLine implements Progress, AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final long ON_A_TERMINAL = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long IN_A_LOG = TimeUnit.SECONDS.toNanos(10);

  private final PrintWriter err;
  private final boolean interactive = Terminal.isInteractive();
  private long next = System.nanoTime() + (interactive ? 0 : IN_A_LOG);

  ProgressLine(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void at(String step, long done, long all) {
    long now = System.nanoTime();
    if (now - next < 0) {
      return;
    }
    next = now + (interactive ? ON_A_TERMINAL : IN_A_LOG);
    String line = String.format(Locale.ROOT, "%s: %,d of %,d", step, done, all);
    err.print(interactive ? CLEAR_LINE + line : line + System.lineSeparator());
    err.flush();
  }

  /** Makes room for what is to stay. */
  void clear() {
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
