package weir.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import weir.learn.InputScale;
import weir.train.rows.Rows;
import weir.train.rows.Split;

/** Payments of a hundred days, some of them frauds that look somewhat unusual. */
public final class World {
  public static final long START = 1_772_323_200_000L;
  public static final long DAY = 86_400_000;
  public static final int DAYS = 100;
  private static final int USERS = 200;
  private static final long LABEL_DELAY = 3 * DAY;

  private static final List<InputSpec> INPUTS =
      List.of(
          new InputSpec("amount", new InputScale(2), "mean_30d"),
          new InputSpec("amount / mean_30d", new InputScale(3), /* normal= */ null),
          new InputSpec("count_1d", new InputScale(0), /* normal= */ null),
          new InputSpec("night & \"<day>\"", new InputScale(0), /* normal= */ null),
          new InputSpec("shop_fraud", new InputScale(6), /* normal= */ null),
          new InputSpec("noise", new InputScale(0), /* normal= */ null));

  private World() {}

  /** A payment as a row. */
  public record Payment(List<Long> values, long time, String user, long fraudKnownAt) {
    Payment labelled(long knownAt) {
      return new Payment(values, time, user, knownAt);
    }
  }

  /** The same for the same seed. */
  public static List<Payment> payments(int number, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Payment> payments = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      long time = START + random.nextLong(DAYS * DAY);
      boolean fraud = random.nextInt(50) == 0;
      double unusual = fraud ? 1.2 : 0;
      long mean = random.nextLong(500, 10_000);
      long amount = (long) (mean * StrictMath.exp(bell(random) * 0.7 + unusual));
      long count = (long) StrictMath.exp(bell(random) * 0.8 + unusual);
      boolean night = random.nextInt(10) < (fraud ? 5 : 2);
      long shop =
          random.nextInt(8) == 0 ? InputScale.MISSING : random.nextInt(fraud ? 200_000 : 40_000);
      List<Long> values =
          List.of(
              amount,
              amount * 1000 / mean,
              count,
              night ? 1L : 0L,
              shop,
              (long) random.nextInt(-1000, 1000));
      payments.add(
          new Payment(
              values,
              time,
              "user-" + random.nextInt(USERS),
              fraud ? time + random.nextLong(LABEL_DELAY) : Rows.NEVER));
    }
    return payments;
  }

  /** About a normal distribution. */
  private static double bell(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  public static Rows rows(List<Payment> payments) {
    Rows.Builder rows = Rows.builder(INPUTS.size());
    for (Payment each : payments) {
      rows.add(
          each.values().stream().mapToLong(Long::longValue).toArray(),
          each.time(),
          each.user(),
          each.fraudKnownAt());
    }
    return rows.build();
  }

  public static Split split() {
    return new Split(START + 60 * DAY, START + 80 * DAY, /* testTo= */ Long.MAX_VALUE, LABEL_DELAY);
  }

  public static TrainingData data(List<Payment> payments) {
    TreeMap<String, String> features = new TreeMap<>();
    features.put("mean_30d", "{mean: amount, window: 30 d}");
    return new TrainingData(INPUTS, features, rows(payments), split());
  }

  static List<Payment> shuffled(List<Payment> payments) {
    List<Payment> shuffled = new ArrayList<>(payments);
    Collections.reverse(shuffled);
    Collections.rotate(shuffled, payments.size() / 3);
    return shuffled;
  }

  /** With the labels of one span turned over: honest payments become frauds and the reverse. */
  static List<Payment> turnedOver(List<Payment> payments, long from, long to) {
    UnaryOperator<Payment> turn =
        each -> each.labelled(each.fraudKnownAt() == Rows.NEVER ? each.time() + 1 : Rows.NEVER);
    return payments.stream()
        .map(each -> each.time() >= from && each.time() < to ? turn.apply(each) : each)
        .toList();
  }
}
