package weir.cli.produce;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import weir.command.Terminal;
import weir.launch.Threads;
import weir.producer.ProducerSettings;
import weir.producer.TransactionProducer;

/** Says now and then how far a long work is. */
final class ProduceProgress implements AutoCloseable {
  private static final Duration ON_A_TERMINAL = Duration.ofSeconds(1);
  private static final Duration IN_A_LOG = Duration.ofSeconds(10);

  /** A broker that answers takes a record within less. */
  private static final Duration NOTICED = Duration.ofSeconds(3);

  private static final String CLEAR_LINE = "\r\u001B[K";
  private static final double NANOS_PER_SECOND = 1e9;

  private final TransactionProducer producer;
  private final ProducerSettings settings;
  private final PrintWriter err;
  private final boolean interactive = Terminal.isInteractive();
  private final Thread thread = new Thread(this::run, "progress");
  private final long began = System.nanoTime();

  ProduceProgress(TransactionProducer producer, ProducerSettings settings, PrintWriter err) {
    this.producer = producer;
    this.settings = settings;
    this.err = err;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    long before = 0;
    Duration every = interactive ? ON_A_TERMINAL : IN_A_LOG;
    while (Threads.sleep(every)) {
      long arrived = producer.confirmed();
      double rate = (double) (arrived - before) / every.toSeconds();
      before = arrived;
      String line =
          String.format(
                  Locale.ROOT, "%,d transactions%s  %,.0f a second", arrived, done(arrived), rate)
              + pace(producer);
      err.print(interactive ? CLEAR_LINE + line : line + System.lineSeparator());
      err.flush();
    }
  }

  private String done(long sent) {
    return settings.most() == Long.MAX_VALUE
        ? ""
        : String.format(Locale.ROOT, " (%.0f %%)", 100.0 * sent / Math.max(1, settings.most()));
  }

  /** Who is on time does not matter while nothing arrives. */
  private String pace(TransactionProducer at) {
    Duration silence = at.silence();
    if (silence.compareTo(NOTICED) >= 0) {
      return String.format(
          Locale.ROOT,
          "  the broker is away: it has taken nothing for %,d s, %,d wait for it",
          silence.toSeconds(),
          at.waiting());
    }
    return settings.paced() ? "  " + lag(at.lagMillis()) : "";
  }

  private static String lag(long millis) {
    return millis == 0 ? "on time" : String.format(Locale.ROOT, "%,d ms behind the plan", millis);
  }

  /** All there is to say at the end. */
  String total() {
    double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
    String total =
        String.format(
            Locale.ROOT,
            "%,d transactions, %,d of them labelled, in %.1f s, %,.0f a second",
            producer.confirmed(),
            producer.labelled(),
            seconds,
            producer.confirmed() / seconds);
    return settings.paced() ? total + ", at worst " + lag(producer.worstLagMillis()) : total;
  }

  @Override
  public void close() {
    thread.interrupt();
    Threads.join(thread, Duration.ofSeconds(1));
    if (interactive) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
