package weir.backtest.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Change;
import weir.backtest.answer.Day;
import weir.backtest.answer.Example;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Flagged;
import weir.backtest.answer.Hits;
import weir.backtest.answer.Overlap;
import weir.backtest.answer.Period;
import weir.backtest.answer.RuleAnswer;
import weir.backtest.answer.Truth;
import weir.backtest.answer.Volume;
import weir.backtest.sweep.Sweep;
import weir.backtest.sweep.Tried;
import weir.model.Alert;

/** Answers as a back-test gives them. */
final class Answers {
  /** What somebody might write into a record. */
  static final String HOSTILE =
      "<script>document.title = 'taken'</script>\" onload=\"alert(1)' & \u202E\u0007]]>";

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 30);
  private static final int DAYS = 31;
  private static final Period PERIOD =
      new Period(
          FIRST.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
          FIRST.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
  private static final Volume LABELLED =
      new Volume(2_100_000, 2_000_000, 12, 3, 45_000, 1_000, 17, 1);
  private static final Volume UNLABELLED = new Volume(2_100_000, 2_000_000, 0, 0, 0, 0, 0, 1);

  private Answers() {}

  /** Two sides, labels, and every mode. */
  static Answer labelled() {
    return answer(LABELLED, /* partial= */ false);
  }

  /** The same of a log that was not read to its end, for a part of the users. */
  static Answer partial() {
    return answer(new Volume(900_000, 850_000, 0, 0, 20_000, 430, 0, 0.125), /* partial= */ true);
  }

  static Answer unlabelled() {
    return answer(UNLABELLED, /* partial= */ false);
  }

  /** One side alone, as where no rules were in force. */
  static Answer alone() {
    Answer two = unlabelled();
    return new Answer(
        /* before= */ null,
        two.after(),
        two.period(),
        two.volume(),
        two.partial(),
        new Flagged(figures(0, 0, null), two.flagged().after(), Change.NONE),
        two.rules().stream()
            .map(
                rule ->
                    new RuleAnswer(
                        rule.rule(),
                        new TreeMap<>(),
                        rule.after(),
                        Change.NONE,
                        rule.added(),
                        List.of()))
            .toList(),
        two.overlaps(),
        two.days().stream().map(day -> new Day(day.date(), 0, day.after())).toList(),
        two.notes());
  }

  private static Answer answer(Volume volume, boolean partial) {
    boolean labels = volume.isLabelled();
    return new Answer(
        "the books in force then",
        "my-rules.yaml",
        PERIOD,
        volume,
        partial,
        new Flagged(
            figures(1_240, 803, labels ? hits(520, 1_000, "81200.50", "70311.25") : null),
            figures(1_377, 912, labels ? hits(611, 1_000, "99800.00", "51711.75") : null),
            new Change(1_100, 21, 256, 119)),
        List.of(
            rule("velocity", Alert.Mode.LIVE, 412, 520, 101, 190, labels, 300),
            rule("impossible-travel", Alert.Mode.LIVE, 88, 80, 31, 29, labels, 42),
            rule("many-places", Alert.Mode.LIVE, 140, 140, 61, 61, labels, 60),
            rule("high-value", Alert.Mode.LIVE, 600, 640, 90, 132, labels, 280),
            snoozed(labels),
            rule("windowed-spend", Alert.Mode.LIVE, 9, 9, 0, 0, /* labels= */ false, 9),
            new RuleAnswer(
                "new-one",
                new TreeMap<>(),
                modes(
                    Alert.Mode.SHADOW,
                    figures(55, 20, labels ? hits(44, 1_000, "900", "1") : null)),
                new Change(0, 0, 55, 0),
                List.of(example("new-one", HOSTILE, HOSTILE, HOSTILE, Truth.FRAUD)),
                List.of())),
        List.of(
            new Overlap("velocity", "high-value", 77, 520, 640),
            new Overlap("velocity", "many-places", 12, 520, 140)),
        days(),
        volume.sample() < 1 ? List.of("The figures are of a sample of the users.") : List.of());
  }

  /** Three values of a rule; of the last nothing is known to be right. */
  static Sweep sweep() {
    return new Sweep(
        "my-rules.yaml",
        "velocity",
        "moreThan",
        Alert.Mode.LIVE,
        List.of(
            new Tried("2", false, figures(300, 90, hits(150, 1_000, "150.10", "50.00")), 40, 900),
            new Tried("3", true, figures(120, 50, hits(100, 1_000, "100.10", "100.00")), 30, 880),
            new Tried("<9>", false, figures(0, 0, hits(0, 1_000, null, "200.00")), 0, 850)),
        labelled());
  }

  static Sweep unlabelledSweep() {
    return new Sweep(
        "my-rules.yaml",
        "velocity",
        "moreThan",
        Alert.Mode.LIVE,
        List.of(
            new Tried("2", false, figures(300, 90, null), 40, 900),
            new Tried("3", true, figures(120, 50, null), 30, 880)),
        unlabelled());
  }

  /** The labelled one, whose frauds were paid in four currencies; in SEK the sides differ most. */
  static Answer ofManyCurrencies() {
    Answer answer = labelled();
    return new Answer(
        answer.before(),
        answer.after(),
        answer.period(),
        answer.volume(),
        answer.partial(),
        new Flagged(
            figures(9, 5, new Hits(3, 1, 5, 6, paid("10.00", "0.50"), paid("90.00", "1.50"))),
            figures(8, 4, new Hits(4, 1, 3, 6, paid("11.00", "1.50"), paid("89.00", "0.50"))),
            answer.flagged().change()),
        answer.rules(),
        answer.overlaps(),
        answer.days(),
        answer.notes());
  }

  private static SortedMap<String, BigDecimal> paid(String dollars, String crowns) {
    BigDecimal same = new BigDecimal("7.00");
    return new TreeMap<>(
        Map.of(
            "EUR",
            same,
            "GBP",
            same,
            "USD",
            new BigDecimal(dollars),
            "SEK",
            new BigDecimal(crowns)));
  }

  private static RuleAnswer snoozed(boolean labels) {
    SortedMap<Alert.Mode, Figures> before = new TreeMap<>();
    before.put(Alert.Mode.LIVE, figures(20, 8, labels ? hits(2, 1_000, "10.00", "15.00") : null));
    before.put(Alert.Mode.SNOOZED, figures(4, 1, labels ? hits(0, 1_000, null, null) : null));
    return new RuleAnswer(
        "cards-at-shop",
        before,
        modes(Alert.Mode.LIVE, figures(0, 0, labels ? hits(0, 1_000, null, null) : null)),
        new Change(0, 0, 0, 24),
        List.of(),
        List.of(total()));
  }

  private static RuleAnswer rule(
      String id,
      Alert.Mode mode,
      long before,
      long after,
      long right,
      long rightAfter,
      boolean labels,
      long kept) {
    return new RuleAnswer(
        id,
        modes(
            mode,
            figures(before, before / 2, labels ? hits(right, 1_000, right + ".10", "5000") : null)),
        modes(
            mode,
            figures(
                after,
                after / 2,
                labels ? hits(rightAfter, 1_000, rightAfter + ".10", "4000") : null)),
        new Change(kept, 0, after - kept, before - kept),
        after == kept
            ? List.of()
            : List.of(
                example(id, "u-1", "t-1", "12 payments within 10 min, more than 5", Truth.FRAUD),
                example(id, "u-2", "t-2", "7 payments within 10 min, more than 5", Truth.HONEST)),
        before == kept
            ? List.of()
            : List.of(
                example(id, "u-3", "t-3", "6 payments within 10 min, over 5", Truth.UNLABELLED)));
  }

  static Figures figures(long alerts, long users, @Nullable Hits hits) {
    return new Figures(alerts, PERIOD.perDay(alerts), users, hits);
  }

  private static Hits hits(
      long frauds, long inSight, @Nullable String caught, @Nullable String missed) {
    return new Hits(frauds, frauds / 3, frauds / 2 + 5, inSight, money(caught), money(missed));
  }

  private static SortedMap<String, BigDecimal> money(@Nullable String euros) {
    return euros == null
        ? new TreeMap<>()
        : new TreeMap<>(Map.of("EUR", new BigDecimal(euros), "JPY", new BigDecimal("123456")));
  }

  private static SortedMap<Alert.Mode, Figures> modes(Alert.Mode mode, Figures figures) {
    return new TreeMap<>(Map.of(mode, figures));
  }

  private static Example example(
      String rule, String user, String transaction, String reason, Truth truth) {
    return new Example(
        rule + "@1/" + transaction,
        rule,
        1,
        user,
        transaction,
        PERIOD.from() + TimeUnit.HOURS.toMillis(30),
        new BigDecimal("1250.00"),
        "EUR",
        "high",
        reason,
        truth);
  }

  private static Example total() {
    return new Example(
        "cards-at-shop@2/shop-9",
        "cards-at-shop",
        2,
        "u-9",
        /* transaction= */ null,
        PERIOD.from(),
        /* amount= */ null,
        /* currency= */ null,
        "snoozed",
        "5 cards at shop-9 within 1 h, more than 4",
        Truth.UNLABELLED);
  }

  private static List<Day> days() {
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      days.add(new Day(FIRST.plusDays(i), 30 + (i * 7) % 23, 33 + (i * 11) % 29));
    }
    return days;
  }
}
