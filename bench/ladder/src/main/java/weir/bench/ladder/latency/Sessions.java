package weir.bench.ladder.latency;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.bench.ladder.arena.Arena;
import weir.bench.ladder.arena.Contestant;
import weir.bench.ladder.arena.RunOptions;
import weir.bench.ladder.report.Slope;

/** The measurements of one contestant, which is restarted after a load that it could not bear. */
final class Sessions implements AutoCloseable {
  private static final double PRECISION = 0.05;

  /** If latency grows by more than this many seconds a second, the contestant falls behind. */
  private static final double STEADY = 0.05;

  /** Fewer alerts prove nothing. */
  private static final int FEWEST_SAMPLES = 10;

  /** A sender that is later than this did not keep the rate. */
  private static final long PROMPT_MILLIS = 500;

  private final Arena arena;
  private final RunOptions options;
  private final int partitions;
  private final Contestant contestant;
  private final ProbeOptions probes;
  private @Nullable Session session;
  private boolean producerBound;

  Sessions(
      Arena arena, RunOptions options, int partitions, Contestant contestant, ProbeOptions probes) {
    this.arena = arena;
    this.options = options;
    this.partitions = partitions;
    this.contestant = contestant;
    this.probes = probes;
  }

  /** Searches for the greatest rate at which latency does not grow. */
  Sustained search(PrintWriter out) {
    producerBound = false;
    Double start = probes.start;
    Bisection bisection = new Bisection(PRECISION, probes.most);
    double rate =
        bisection.search(
            start == null ? contestant.usualRate() : start,
            probed -> {
              String found = probe(probed);
              out.printf(Locale.ROOT, "%s at %,.0f tx/s: %s%n", contestant.label(), probed, found);
              out.flush();
              return found.equals("steady");
            });
    return new Sustained(rate, producerBound);
  }

  private String probe(double rate) {
    Session.Traffic traffic = send(rate, probes.probe());
    if (traffic.sent().lastLagMillis() > PROMPT_MILLIS) {
      producerBound = true;
      return "producer-bound, the sender was " + traffic.sent().lastLagMillis() + " ms behind";
    }
    List<LiveAlerts.Sample> samples = traffic.after(probes.probe().dividedBy(3));
    if (samples.size() < FEWEST_SAMPLES) {
      return traffic.drained() ? "raises too few alerts to tell" : "falls behind";
    }
    double slope =
        Slope.of(
            samples.stream()
                .map(each -> new Slope.Point(each.intendedMillis(), each.latencyMillis()))
                .toList());
    return slope <= STEADY
        ? "steady"
        : String.format(Locale.ROOT, "latency grows by %.2f s a second", slope);
  }

  /** Measures latency at a part of the greatest load. */
  Latency measure(Sustained sustained, double load, long seconds) {
    Session.Traffic traffic = send(sustained.rate() * load, probes.warmUp().plusSeconds(seconds));
    return Latency.of(contestant, sustained, load, traffic, traffic.after(probes.warmUp()));
  }

  private Session.Traffic send(double rate, Duration length) {
    Session open = session;
    if (open == null) {
      open = new Session(arena, options, partitions, contestant);
      session = open;
      // The first load only starts the JVM and the engine; its latency does not count.
      open.send(rate / 4, probes.probe(), Duration.ofSeconds(options.patienceSeconds));
    }
    Session.Traffic traffic = open.send(rate, length, length.multipliedBy(2));
    if (!traffic.drained()) {
      close();
    }
    return traffic;
  }

  @Override
  public void close() {
    Session open = session;
    if (open != null) {
      open.close();
      session = null;
    }
  }
}
