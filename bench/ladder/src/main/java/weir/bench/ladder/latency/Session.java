package weir.bench.ladder.latency;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import weir.bench.ladder.arena.Arena;
import weir.bench.ladder.arena.Contestant;
import weir.bench.ladder.arena.RunOptions;
import weir.bench.ladder.log.EndMarkers;
import weir.failure.UnavailableException;
import weir.launch.ChildJvm;
import weir.launch.Launch;
import weir.local.Topics;

/**
 * A contestant that waits for live traffic, with everything that sends and watches that traffic.
 */
final class Session implements AutoCloseable {
  /** A person pays as seldom as in a backlog, whatever the rate. */
  private static final double USERS_PER_RATE = 200;

  private static final int FEWEST_USERS = 20_000;

  private final Arena arena;
  private final Topics topics;
  private final ChildJvm process;
  private final Conversation load;
  private final LiveAlerts alerts;

  Session(Arena arena, RunOptions options, int partitions, Contestant contestant) {
    this.arena = arena;
    int number = arena.nextRun();
    topics =
        new Topics(
            "live-" + number, "alerts-" + number, "dead-letters-" + number, partitions, true);
    topics.create(arena.client());
    Path folder = arena.newFolder("run-" + number);
    process =
        arena.start(
            contestant,
            topics,
            List.of("-Xmx" + options.heap),
            options.arguments(contestant, options.setting(0)),
            folder);
    load =
        new Conversation(
            Launch.ofThese("the load", Load.class.getName())
                .jvm("-Xmx2g")
                .arguments(List.of(arena.servers(), topics.transactions()))
                .talk(folder.resolve("load.log")));
    alerts = new LiveAlerts(arena.client(), topics.alerts());
  }

  /** What was sent, the latencies of its alerts, and whether all of it was judged in the end. */
  record Traffic(Load.Sent sent, List<LiveAlerts.Sample> samples, boolean drained) {

    /** The samples without those of the beginning. */
    List<LiveAlerts.Sample> after(Duration beginning) {
      long from = sent.fromMillis() + beginning.toMillis();
      return samples.stream().filter(each -> each.intendedMillis() >= from).toList();
    }
  }

  /**
   * Sends at this rate for this time, and then waits until everything is judged, but not forever.
   */
  Traffic send(double rate, Duration length, Duration patience) {
    int users = (int) Math.max(FEWEST_USERS, rate * USERS_PER_RATE);
    load.tell(rate + " " + length.toSeconds() + " " + users);
    while (!load.hasSpoken()) {
      alerts.poll();
      check();
    }
    Load.Sent sent = Load.Sent.of(load.hear());
    boolean drained = awaitMarkers(patience);
    long to = sent.fromMillis() + length.toMillis();
    return new Traffic(sent, alerts.between(sent.fromMillis(), to), drained);
  }

  /** Waits until everything sent so far is judged; returns whether that was in time. */
  private boolean awaitMarkers(Duration patience) {
    int expected = alerts.markers() + topics.partitions();
    EndMarkers.send(
        arena.client(), topics.transactions(), topics.partitions(), System.currentTimeMillis());
    long end = System.nanoTime() + patience.toNanos();
    while (alerts.markers() < expected && System.nanoTime() < end) {
      alerts.poll();
      check();
    }
    return alerts.markers() >= expected;
  }

  private void check() {
    if (!process.isAlive()) {
      arena.keepFolder();
      throw new UnavailableException("the contestant ended, see " + process.log());
    }
  }

  @Override
  public void close() {
    load.close();
    process.close();
    alerts.close();
  }
}
