package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.form.TransactionJson;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.model.Transaction;

/**
 * Logs small enough to understand a failure: few users, few places and mostly whole seconds, so
 * that ties and limits that are exactly met are common.
 */
public final class SmallLog {
  /** Short windows, so that histories are forgotten within a log. */
  public static final RuleBook BOOK =
      RuleBookReader.parse(
          "small",
          """
          allowedLateness: 3 s
          allowedClockSkew: 1 s
          currencyScale: {USD: 0.5}
          features:
            mean_12s: {mean: amount, window: 12 s, without: itself}
            shops_9s: {distinct: merchantId, window: 9 s, where: "amount < 90 && currency != 'JPY'"}
            since: {gap: transactions, window: 6 s}
            spent_edge: {sum: amount, window: 8 s, edge: 2 s}
            many_before: {count: transactions, window: 4 s, delay: 3 s}
          rules:
            - {id: unusual, version: 1, severity: low, when: "amount > 1.5 * mean_12s && shops_9s >= 2",
               reason: "{amount} {currency} is {amount / mean_12s} times the usual"}
            - {id: quick, version: 3, severity: high, filter: {paymentMethod: card},
               when: "since < 1.5 || spent_edge > 200 || !has(since) && many_before > 1",
               reason: "after {since} s, {spent_edge} in all"}
            - {id: dear, version: 1, kind: amount-over, severity: low, limit: 100}
            - {id: often, version: 2, kind: count-in-window, severity: low, moreThan: 2, window: 4 s}
            - {id: small, version: 1, kind: count-in-window, severity: low, moreThan: 1, window: 5 s,
               filter: {paymentMethod: paypal, amountBelow: 50, categoryNot: music}}
            - {id: places, version: 1, kind: distinct-places, severity: low, atLeast: 2, window: 3 s}
            - {id: sum, version: 1, kind: sum-in-window, severity: low, limit: 150, window: 4 s,
               filter: {amountBelow: 110}}
            - {id: places-there, version: 1, kind: distinct-places, severity: low, atLeast: 2,
               window: 4 s, filter: {coordinates: true}}
            - {id: travel, version: 1, kind: travel-speed, severity: low,
               overKmh: 900, overKm: 100, window: 12 s}
            - {id: spend, version: 1, kind: total-in-windows, severity: low,
               limit: 150, window: 3 s, every: 2 s}
            - {id: spend-card, version: 1, kind: total-in-windows, severity: low,
               limit: 100, window: 4 s, every: 2 s, filter: {paymentMethod: card, currency: EUR}}
          """);

  /** Only totals, so that totals decide how far back a history reaches. */
  public static final RuleBook TOTALS =
      RuleBookReader.parse(
          "totals",
          """
          allowedLateness: 3 s
          allowedClockSkew: 1 s
          rules:
            - {id: spend, version: 1, kind: total-in-windows, severity: low,
               limit: 150, window: 5 s, every: 2 s}
            - {id: spend-more, version: 1, kind: total-in-windows, severity: low,
               limit: 250, window: 6 s, every: 6 s}
          """);

  private static final int LATENESS = 3;
  private static final int SKEW = 1;

  /** One in so many payments is a twin. */
  private static final int TWINS = 6;

  private static final List<Double> NORTH = List.of(52.52, 52.391, 48.857, 35.676, -18.124);
  private static final List<Double> EAST = List.of(13.405, 13.065, 2.352, 139.65, 178.45);
  private static final List<String> CITIES = List.of("Berlin", "Potsdam", "Paris", "Tokyo", "Suva");

  private SmallLog() {}

  /** What makes a payment harder to judge. */
  public enum Twist {
    NONE,
    /** The same payment again. */
    AGAIN,
    /** The same id at the same time, with another amount. */
    OTHER_AMOUNT,
    /** The same id with another time. */
    OTHER_TIME,
    /** The payment has the id of the one before it in the list. */
    BORROWED_ID,
    LATE,
    EARLY
  }

  /**
   * One payment.
   *
   * @param millis a little more or less than whole seconds
   * @param delay how many seconds later it reaches the log, from minus skew to lateness
   * @param other another delay, for the record that the twist adds
   */
  public record Step(
      int user, int second, int millis, int delay, int other, int place, int amount, Twist twist) {

    Step withDelaysSwapped() {
      return new Step(
          user, second, millis, /* delay= */ other, /* other= */ delay, place, amount, twist);
    }

    Step twin(int users, int userAfter, int twinDelay, int twinOther) {
      return new Step(
          (user + userAfter) % users,
          second,
          millis,
          twinDelay,
          twinOther,
          place,
          amount,
          Twist.BORROWED_ID);
    }

    /** An hour after 1970 began, so that no time is negative. */
    long time() {
      return 3_600_000 + second * 1000L + millis;
    }
  }

  /** Lists of steps within this many seconds. */
  public static Arbitrary<List<Step>> steps(int users, int seconds, int most, Twist... twists) {
    return steps(users, Arbitraries.integers().between(0, seconds), most, twists);
  }

  private static Arbitrary<List<Step>> steps(
      int users, Arbitrary<Integer> seconds, int most, Twist... twists) {
    Arbitrary<Twist> twist =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(Twist.NONE)), Tuple.of(2, Arbitraries.of(twists)));
    Arbitrary<Integer> delay = Arbitraries.integers().between(-SKEW, LATENESS);
    return Combinators.combine(
            Arbitraries.integers().between(0, users - 1),
            seconds,
            Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(1, -1), Tuple.of(1, 1)),
            delay,
            delay,
            Arbitraries.integers().between(0, CITIES.size() + 1),
            Arbitraries.integers().between(0, 4),
            twist)
        .as(Step::new)
        .list()
        .ofMaxSize(most)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  /**
   * The same, where a payment now and then has a twin: of another user, and else the same. The
   * seconds are all as likely, so that a long log goes on to its end.
   */
  public static Arbitrary<List<Step>> stepsWithTwins(
      int users, int seconds, int most, Twist... twists) {
    Arbitrary<Integer> anySecond =
        Arbitraries.integers().between(0, seconds).withDistribution(RandomDistribution.uniform());
    return Combinators.combine(
            steps(users, anySecond, most, twists),
            Arbitraries.integers().between(0, TWINS * (users - 1) - 1).list().ofSize(most))
        .as((steps, draws) -> twinned(users, steps, draws));
  }

  private static List<Step> twinned(int users, List<Step> steps, List<Integer> draws) {
    List<Step> all = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      int draw = draws.get(i);
      all.add(
          i == 0 || draw >= users - 1
              ? step
              : all.get(i - 1).twin(users, draw + 1, step.delay(), step.other()));
    }
    return all;
  }

  /** A log of one partition, by users in several. */
  public static List<List<LogRecord>> partitioned(List<LogRecord> log, int partitions) {
    List<List<LogRecord>> all = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      all.add(new ArrayList<>());
    }
    for (LogRecord each : log) {
      Payload user = Objects.requireNonNull(each.key());
      int partition = Math.floorMod(Arrays.hashCode(user.bytes()), partitions);
      List<LogRecord> of = all.get(partition);
      of.add(
          new LogRecord(
              new LogPosition(partition, of.size(), each.position().time()), user, each.value()));
    }
    return all;
  }

  /** The log of these steps, in one partition. */
  public static List<LogRecord> of(List<Step> steps) {
    List<Sent> sent = new ArrayList<>();
    String id = "t0";
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      id = step.twist() == Twist.BORROWED_ID ? id : "t" + i;
      Transaction tx = pay(step, id, step.time(), 0);
      long logTime = step.time() + step.delay() * 1000L;
      long other = step.other() * 1000L;
      switch (step.twist()) {
        case NONE, BORROWED_ID -> sent.add(new Sent(logTime, tx));
        case LATE -> sent.add(new Sent(step.time() + LATENESS * 1000L + 1, tx));
        case EARLY -> sent.add(new Sent(step.time() - SKEW * 1000L - 1, tx));
        case AGAIN -> {
          sent.add(new Sent(logTime, tx));
          sent.add(new Sent(step.time() + other, tx));
        }
        case OTHER_AMOUNT -> {
          sent.add(new Sent(logTime, tx));
          sent.add(new Sent(step.time() + other, pay(step, id, step.time(), 1)));
        }
        case OTHER_TIME -> {
          long time = step.time() + (1 + 2 * step.place()) * 1000L;
          sent.add(new Sent(logTime, tx));
          sent.add(new Sent(time + other, pay(step, id, time, 0)));
        }
      }
    }
    return inLogOrder(sent);
  }

  /** The log of the same payments, each with its other delay: the same set in another order. */
  public static List<LogRecord> inOtherOrder(List<Step> steps) {
    return of(steps.stream().map(Step::withDelaysSwapped).toList());
  }

  private record Sent(long logTime, Transaction transaction) {}

  private static Transaction pay(Step step, String id, long time, int more) {
    // One place has a name and no coordinates, one has neither.
    int place = step.place();
    boolean known = place < CITIES.size();
    long[] amounts = {10_00, 50_00 - 1, 60_00, 100_00, 120_00};
    return new Transaction(
        id,
        "u" + step.user(),
        amounts[step.amount()] + more,
        step.amount() == 3 ? "USD" : "EUR",
        time,
        known ? "m" + place % 3 : null,
        place == 1 ? "Music" : null,
        step.amount() < 2 ? "PayPal" : "card",
        known ? CITIES.get(place) : place == CITIES.size() ? "BERLIN" : null,
        known ? "XX" : null,
        known ? NORTH.get(place) : null,
        known ? EAST.get(place) : null,
        step.amount() == 4 ? null : "d" + step.amount() % 2);
  }

  private static List<LogRecord> inLogOrder(List<Sent> sent) {
    sent.sort(Comparator.comparing(Sent::logTime));
    List<LogRecord> log = new ArrayList<>();
    for (Sent each : sent) {
      Transaction tx = each.transaction();
      log.add(
          new LogRecord(
              new LogPosition(0, log.size(), each.logTime()),
              new Payload(tx.userId().getBytes(StandardCharsets.UTF_8)),
              new Payload(TransactionJson.write(tx))));
    }
    return log;
  }
}
