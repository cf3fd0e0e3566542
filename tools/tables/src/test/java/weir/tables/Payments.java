package weir.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import weir.model.Alert;
import weir.model.FiredRule;
import weir.model.LogRecord;
import weir.model.Severity;
import weir.model.Verdict;
import weir.oracle.Sample;

/** What a job may have said of some hours of payments. */
final class Payments {
  static final long START = 1_772_323_200_000L;
  static final long HOUR = 3_600_000L;
  static final int HOURS = 4;

  private final Random random;
  private int ids;

  Payments(long seed) {
    random = new Random(seed);
  }

  private long time() {
    return START + (long) (random.nextDouble() * HOURS * HOUR);
  }

  private String user() {
    return "u" + random.nextInt(20);
  }

  /** Some of the last hour are there only if it is asked for all. */
  List<Verdict> verdicts(int count) {
    List<Verdict> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean fired = random.nextInt(4) == 0;
      @Nullable Integer score = random.nextInt(3) == 0 ? null : random.nextInt(1000);
      Sample payment =
          Sample.at(time())
              .id("t" + ids++)
              .user(user())
              .pay(new BigDecimal(random.nextInt(100_000)).movePointLeft(2).toString(), "EUR");
      some.add(
          new Verdict(
              (random.nextBoolean() ? payment : payment.on(random.nextInt(80), -0.5)).tx(),
              1,
              fired ? List.of(new FiredRule("velocity", 1, Severity.HIGH)) : List.of(),
              score,
              random.nextInt(50),
              Verdict.Change.FIRST));
    }
    return some;
  }

  /** What is said of a payment again, when more has been seen. */
  static Verdict seen(Verdict verdict, long more) {
    return new Verdict(
        verdict.transaction(),
        verdict.book(),
        verdict.fired(),
        verdict.score(),
        verdict.seen() + more,
        Verdict.Change.REVISED);
  }

  List<Alert> alerts(int count) {
    List<Alert> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long time = time();
      some.add(
          new Alert(
              "a" + ids++,
              random.nextInt(5) == 0 ? Alert.Status.WITHDRAWN : Alert.Status.RAISED,
              "velocity",
              1,
              1,
              Alert.Mode.LIVE,
              Severity.HIGH,
              user(),
              "t" + i,
              time,
              time - 60_000,
              time,
              random.nextInt(50),
              new BigDecimal("3.50"),
              BigDecimal.TEN,
              "EUR",
              List.of("t1", "t" + i),
              2,
              "many at once"));
    }
    return some;
  }

  List<LogRecord> records(int count) {
    List<LogRecord> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long time = time();
      some.add(Sample.at(time).id("t" + ids++).user(user()).record(i, time));
    }
    return some;
  }
}
