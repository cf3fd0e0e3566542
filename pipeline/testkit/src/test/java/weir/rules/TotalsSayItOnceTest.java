package weir.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.filter.AmountLimit;
import weir.filter.Lists;
import weir.form.AlertJson;
import weir.model.Alert;
import weir.oracle.PlainRun;
import weir.oracle.Sample;

/**
 * Of sliding windows with the same payments only one raises an alert, and every total over the
 * limit is covered by an alert.
 */
class TotalsSayItOnceTest {
  private static final int LIMIT = 50;

  /** A payment at this second. */
  record Payment(int second, int amount) {}

  @Provide
  Arbitrary<List<Payment>> payments() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40), Arbitraries.of(0, 10, 20, 30, 51, 90))
        .as(Payment::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  /** Includes steps that do not divide the window. */
  @Provide
  Arbitrary<TotalInWindows> rules() {
    return Arbitraries.of(
        rule(6, 3), rule(6, 2), rule(6, 6), rule(5, 2), rule(7, 4), rule(9, 1), rule(3, 3));
  }

  private static TotalInWindows rule(int window, int every) {
    return new TotalInWindows(
        Judging.header(),
        new AmountLimit(BigDecimal.valueOf(LIMIT)),
        window * 1000L,
        every * 1000L);
  }

  /** The payments in each window that has any, as their places in the list, by the window's end. */
  private static Map<Integer, Set<Integer>> windows(TotalInWindows rule, List<Payment> payments) {
    int length = (int) (rule.windowMillis() / 1000);
    int every = (int) (rule.everyMillis() / 1000);
    Map<Integer, Set<Integer>> windows = new TreeMap<>();
    for (int start = -10 * every; start <= 41; start += every) {
      Set<Integer> held = new HashSet<>();
      for (int i = 0; i < payments.size(); i++) {
        if (start <= payments.get(i).second() && payments.get(i).second() < start + length) {
          held.add(i);
        }
      }
      if (!held.isEmpty()) {
        windows.put(start + length, held);
      }
    }
    return windows;
  }

  private static Optional<Alert> judge(
      TotalInWindows rule, int end, Set<Integer> held, List<Payment> payments) {
    Spending sum = Spending.NOTHING;
    for (int i : held) {
      Payment each = payments.get(i);
      long time = each.second() * 1000L;
      String amount = String.valueOf(each.amount());
      sum = sum.plus(Spending.of(Sample.at(time).id("t" + i).pay(amount, "EUR").tx(), time));
    }
    return rule.judge("u", "EUR", end * 1000L, sum, /* book= */ 1, Lists.NONE);
  }

  private static Map<Integer, Alert> raised(TotalInWindows rule, List<Payment> payments) {
    Map<Integer, Alert> raised = new TreeMap<>();
    windows(rule, payments)
        .forEach(
            (end, held) ->
                judge(rule, end, held, payments).ifPresent(alert -> raised.put(end, alert)));
    return raised;
  }

  @Property(tries = 3000)
  void whatIsOverTheLimitIsSaidAndOnce(
      @ForAll("rules") TotalInWindows rule, @ForAll("payments") List<Payment> payments) {
    Map<Integer, Set<Integer>> windows = windows(rule, payments);
    Map<Integer, Alert> raised = raised(rule, payments);
    int over = 0;
    for (Set<Integer> held : windows.values()) {
      if (held.stream().mapToInt(i -> payments.get(i).amount()).sum() > LIMIT) {
        over++;
        assertThat(raised.keySet())
            .as("a window that speaks of %s", held)
            .anyMatch(end -> windows.getOrDefault(end, Set.of()).containsAll(held));
      }
    }
    assertThat(raised.values())
        .as("windows with one newest payment")
        .extracting(Alert::eventTime)
        .doesNotHaveDuplicates();
    Statistics.label("silent")
        .collect(raised.size() < over)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
  }

  @Property(tries = 1000)
  void whatWasSaidStandsWhileMoreIsSeen(
      @ForAll("rules") TotalInWindows rule, @ForAll("payments") List<Payment> payments) {
    List<Payment> seen = new ArrayList<>();
    Map<Integer, Alert> before = Map.of();
    for (Payment each : payments) {
      seen.add(each);
      Map<Integer, Alert> now = raised(rule, seen);
      assertThat(now.keySet()).containsAll(before.keySet());
      before.forEach(
          (end, alert) ->
              assertThat(now.getOrDefault(end, alert).eventTime())
                  .isGreaterThanOrEqualTo(alert.eventTime()));
      before = now;
    }
  }

  @Property(tries = 300)
  void onePaymentGivesOneAlertOfWhenItHappened(
      @ForAll("rules") TotalInWindows rule, @ForAll("payments") List<Payment> payments) {
    Payment one = new Payment(payments.get(0).second(), LIMIT + 1);
    assertThat(raised(rule, List.of(one)).values())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.eventTime()).isEqualTo(one.second() * 1000L);
              assertThat(alert.windowStart()).isLessThanOrEqualTo(alert.eventTime());
              assertThat(alert.windowEnd()).isGreaterThan(alert.eventTime());
            });
  }

  @Test
  void onePaymentGivesOneAlertOfTheDefaultBook() {
    RuleBook book = RuleBookReader.readDefault();
    for (String amount : List.of("3500.01", "9000.00", "9000.01", "10000.01", "16000")) {
      List<Alert> alerts =
          PlainRun.of(book, "t")
              .judgeAll(List.of(Sample.at(100_000).pay(amount, "EUR").record(0, 100_000)))
              .answers()
              .alerts()
              .values()
              .stream()
              .map(TotalsSayItOnceTest::read)
              .toList();
      assertThat(alerts)
          .as(amount)
          .singleElement()
          .extracting(Alert::ruleId)
          .isEqualTo(
              new BigDecimal(amount).compareTo(new BigDecimal("9000")) > 0
                  ? "very-high-value"
                  : "high-value");
    }
  }

  private static Alert read(String json) {
    try {
      return AlertJson.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
