package weir.bench.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import weir.contract.Damage;
import weir.contract.ShortWindows;
import weir.contract.Written;
import weir.contract.WrittenReader;

/**
 * A job under load of which something is killed.
 *
 * @param transactions how many are sent, before what makes the log hostile is added
 * @param rate how many are sent a second
 * @param jobOptions options of the job besides those that it needs here
 */
record Trial(Path checkout, int transactions, double rate, List<String> jobOptions) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** So many are there before the job is, so that it has work when it starts. */
  private static final double AT_ONCE = 0.2;

  /** A part of the load comes before the fault, the rest after it. */
  private static final double BEFORE = 0.5;

  private static final long SEED = 20_260_701;

  /** Kills something, and says what was left in the end. */
  Outcome run(TargetEngine engine, Fault fault, Path folder) throws Exception {
    ChaosLog log = ChaosLog.generate(SEED, transactions);
    try (Stage stage = Stage.set(folder);
        Deployment job = engine.deploy(new Launch(checkout, folder))) {
      double seconds = strikeUnderLoad(stage, job, fault, log);
      // Whoever had read before might have been a victim too.
      try (WrittenReader written =
          new WrittenReader(
              stage.client(), stage.places(), stage.stored(), stage.lake(), log.unsettled())) {
        Damage damage = written.await(expected(stage, log), job, PATIENCE);
        return new Outcome(engine.label(), fault, damage, written.repeated(), seconds);
      }
    }
  }

  /** Returns when all is sent, with the seconds that it took the job to recover. */
  private double strikeUnderLoad(Stage stage, Deployment job, Fault fault, ChaosLog log)
      throws InterruptedException {
    Feed feed = new Feed(stage.client(), stage.places().topics().transactions(), log.whole());
    int all = log.whole().size();
    feed.head((int) (all * AT_ONCE));
    job.start(Stream.concat(stage.options().stream(), jobOptions.stream()).toList());
    await(() -> stage.hasAlertSince(0), job, "begins to answer");
    Thread load = feed.tail(rate);
    await(() -> feed.sent() > all * BEFORE, job, "is under load");
    // Later than the clock of any transaction that is sent.
    long time = feed.logTime() + 2 * ShortWindows.BOOK.allowedClockSkewMillis();
    long struck = System.nanoTime();
    if (fault.isAroundTheJob()) {
      stage.strike(fault);
    } else {
      job.strike(fault);
    }
    await(() -> stage.hasAlertSince(time), job, "recovers");
    double seconds = (System.nanoTime() - struck) / 1e9;
    load.join();
    feed.check();
    return seconds;
  }

  private static Written expected(Stage stage, ChaosLog log) {
    String topic = stage.places().topics().transactions();
    Written whole = Written.expected(ShortWindows.BOOK, topic, log.whole());
    return whole.withLakeRecords(log.settled());
  }

  private interface Question {
    boolean yes();
  }

  private static void await(Question question, Deployment job, String what)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!question.yes()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "it is not seen that the job " + what + "\n" + job.output());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
