package weir.bench.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weir.contract.Damage;
import weir.contract.ShortWindows;
import weir.contract.Written;
import weir.contract.WrittenReader;

/**
 * A job under load, one part of which is killed.
 *
 * @param transactions how many are sent, not counting the records that make the log hostile
 * @param rate how many are sent a second
 * @param jobOptions further options of the job
 * @param absence how long a killed server stays away, and when it is killed
 */
record Trial(
    Path checkout, int transactions, double rate, List<String> jobOptions, Absence absence) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** A delayed job may have much to do, on a machine that has other work. */
  private static final Duration TO_DRAIN = Duration.ofMinutes(10);

  private static final Duration QUIET = Duration.ofSeconds(30);

  /** The share of records that are there before the job starts, so that it has work. */
  private static final double AT_ONCE = 0.2;

  /** The share of the load that comes before the fault. */
  private static final double BEFORE = 0.5;

  private static final long SEED = 20_260_701;

  /** Kills something, and returns the damage. */
  Outcome run(TargetEngine engine, Fault fault, Path folder) throws Exception {
    ChaosLog log = ChaosLog.generate(SEED, transactions);
    try (Stage stage = Stage.set(folder, ShortWindows.RULES_WITH_KEYS);
        Deployment job = engine.deploy(new JobJars(checkout, folder))) {
      Watchman watchman = new Watchman(job);
      double seconds = strike(stage, job, watchman, fault, log);
      // A reader that starts only now cannot be a victim of the fault.
      try (WrittenReader written =
          new WrittenReader(
              stage.client(), stage.places(), stage.stored(), stage.lake(), log.unsettled())) {
        Damage damage = written.await(expected(stage, log), job, TO_DRAIN);
        return new Outcome(
            engine.label(), fault, absence, damage, written.repeated(), seconds, watchman.report());
      }
    }
  }

  /** Returns when everything is sent, with the seconds that the job took to recover. */
  private double strike(Stage stage, Deployment job, Watchman watchman, Fault fault, ChaosLog log)
      throws InterruptedException {
    Duration patience = PATIENCE.plus(absence.away());
    Feed feed =
        new Feed(
            stage.client(),
            stage.places().topics().transactions(),
            log.whole(),
            patience.plus(PATIENCE));
    int all = log.whole().size();
    boolean load = absence.moment() == Moment.LOAD;
    feed.head((int) (all * (load ? AT_ONCE : BEFORE)));
    job.start(Stream.concat(stage.options().stream(), jobOptions.stream()).toList());
    watchman.await(() -> stage.hasAlertSince(0), PATIENCE, "begins to answer");
    Optional<Thread> tail = load ? Optional.of(feed.tail(rate)) : Optional.empty();
    if (load) {
      watchman.await(() -> feed.sent() > all * BEFORE, patience, "is under load");
    }
    if (absence.moment() == Moment.IDLE) {
      watchman.await(new Rest(stage), PATIENCE, "comes to rest");
    }
    // Later than the time of any transaction sent so far.
    long time = feed.logTime() + 2 * ShortWindows.BOOK_WITH_KEYS.allowedClockSkewMillis();
    if (fault.isAroundTheJob()) {
      stage.takeAway(fault);
      watchman.pass(absence.away());
      stage.bringBack(fault);
      watchman.goOn();
    }
    long struck = System.nanoTime();
    if (!fault.isAroundTheJob()) {
      job.strike(fault);
    }
    Thread sending = tail.orElseGet(() -> feed.tail(rate));
    watchman.await(() -> stage.hasAlertSince(time), patience, "recovers");
    double seconds = (System.nanoTime() - struck) / 1e9;
    sending.join();
    feed.check();
    return seconds;
  }

  private static Written expected(Stage stage, ChaosLog log) {
    String topic = stage.places().topics().transactions();
    Written whole = Written.expected(ShortWindows.BOOK_WITH_KEYS, topic, log.whole());
    return whole.withLakeRecords(log.settled());
  }

  /** Whether nothing new has been written for a while. */
  private static final class Rest implements Watchman.Question {
    private final Stage stage;
    private long written;
    private long since = System.nanoTime();

    Rest(Stage stage) {
      this.stage = stage;
    }

    @Override
    public boolean yes() {
      long now = stage.written();
      if (now != written) {
        written = now;
        since = System.nanoTime();
      }
      return System.nanoTime() - since > QUIET.toNanos();
    }
  }
}
