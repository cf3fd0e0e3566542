package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.Merged;
import weir.oracle.Oracle;
import weir.oracle.PlainRun;
import weir.oracle.Sample;

/** Small histories in any order of arrival that the log can have, against the oracle. */
class ArrivalOrderTest {
  private static final String TOPIC = "t";

  /** Short windows, so that histories are forgotten within a case. */
  private static final RuleBook BOOK =
      RuleBookReader.parse(
          "book",
          """
          allowedLateness: 20 s
          allowedClockSkew: 5 s
          rules:
            - {id: big, version: 1, kind: amount-over, severity: low, limit: 40}
            - {id: busy, version: 1, kind: count-in-window, severity: low, moreThan: 2, window: 10 s}
            - {id: many, version: 3, kind: distinct-places, severity: low, atLeast: 2, window: 8 s}
            - {id: fast, version: 1, kind: travel-speed, severity: low, overKmh: 900, overKm: 100, window: 15 s}
            - {id: spend, version: 1, kind: total-in-windows, severity: low, limit: 60, window: 6 s, every: 2 s}
          """);

  /** A transaction, how late it reaches the log, and when it is sent again, if at all. */
  record Arrival(Sample sample, int delay, int again, boolean conflicting) {}

  @Provide
  Arbitrary<List<Arrival>> arrivals() {
    Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 90);
    Arbitrary<Integer> delays =
        Arbitraries.oneOf(
            Arbitraries.of(-5000, 0, 1, 20_000), Arbitraries.integers().between(-5000, 20_000));
    Arbitrary<Integer> again = Arbitraries.integers().between(-30_000, 20_000);
    Arbitrary<Integer> amounts = Arbitraries.of(5, 20, 40, 41);
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 3);
    Arbitrary<Integer> users = Arbitraries.of(0, 0, 0, 1);
    Arbitrary<Boolean> conflicting = Arbitraries.of(true, false, false);
    return Combinators.combine(seconds, delays, again, amounts, places, users, conflicting)
        .as(
            (second, delay, later, amount, place, user, conflict) -> {
              Sample sample =
                  Sample.at(second * 1000L).user("u" + user).pay(amount.toString(), "EUR");
              return new Arrival(at(place, sample), delay, later, conflict);
            })
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  private static Sample at(int place, Sample sample) {
    return switch (place) {
      case 0 -> sample.in("Berlin", "DE").on(52.5, 13.4);
      case 1 -> sample.in("Paris", "FR").on(48.9, 2.4);
      case 2 -> sample.in("Paris", "FR");
      default -> sample;
    };
  }

  @Property(tries = 3000)
  void anyOrderGivesTheOraclesTable(@ForAll("arrivals") List<Arrival> arrivals) {
    List<LogRecord> log = log(arrivals);
    PlainRun run = PlainRun.of(BOOK, TOPIC);
    Merged merged = run.judgeAll(log);
    Answers expected = Oracle.answer(BOOK, TOPIC, log);
    Statistics.label("alerts taken back").collect(merged.withdrawn() > 0);
    Statistics.label("alerts said again").collect(merged.superseded() > 0);
    Statistics.label("something forgotten").collect(run.longestHistory() < arrivals.size() / 2);
    Statistics.label("conflicts")
        .collect(expected.deadLetters().values().stream().anyMatch(d -> d.contains("conflict")))
        .coverage(coverage -> coverage.check(true).percentage(p -> p > 5));
    Statistics.label("alerts taken back")
        .coverage(coverage -> coverage.check(true).percentage(p -> p > 1));
    Statistics.label("alerts said again")
        .coverage(coverage -> coverage.check(true).percentage(p -> p > 5));
    Statistics.label("something forgotten")
        .coverage(coverage -> coverage.check(true).percentage(p -> p > 1));
    assertThat(merged.answers()).isEqualTo(expected);
    assertThat(merged.verdicts()).isEqualTo(Oracle.verdicts(BOOK, log));
  }

  /** The records in order of their log times, as one partition has them. */
  static List<LogRecord> log(List<Arrival> arrivals) {
    record Sent(Sample sample, long logTime) {}
    List<Sent> sent = new ArrayList<>();
    int number = 0;
    for (Arrival each : arrivals) {
      Sample sample = each.sample().id("t" + ++number);
      sent.add(new Sent(sample, sample.time() + each.delay()));
      if (each.again() >= -5000) {
        Sample other = each.conflicting() ? sample.pay("7", "EUR") : sample;
        sent.add(new Sent(other, sample.time() + each.again()));
      }
    }
    sent.sort(Comparator.comparingLong(Sent::logTime));
    List<LogRecord> log = new ArrayList<>();
    for (Sent each : sent) {
      log.add(each.sample().record(log.size(), each.logTime()));
    }
    return log;
  }
}
