package weir.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.model.LogRecord;
import weir.notice.Announced;

/** A hostile log whose rules change, judged in a loop instead of an engine. */
@Tag("slow")
class HostileNoticesTest {
  private static final String TOPIC = "transactions";
  private static final String LABELS = "labels";

  private static final RuleBook FIRST = RuleBookReader.parse("first", HostileNotices.firstText());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithTheOracle(long seed) {
    List<LogRecord> log = HostileLog.generate(seed, HostileSettings.of(FIRST, 120, 4, 6000, 100));
    List<LogRecord> control = HostileNotices.of(log);
    HeardNotices heard = HeardNotices.atRandom(control, seed);
    NaiveBooks naive = NaiveBooks.of(control);
    List<LogRecord> labels = HostileLabels.of(log);
    SortedMap<String, String> ofLabels = Oracle.deadLettersOfLabels(naive, LABELS, labels);
    Oracle.Truth truth = Oracle.truth(naive, TOPIC, log, labels);
    Answers expected = truth.answers().with(ofLabels);
    PlainRun run = PlainRun.of(FIRST.charter(), heard, TOPIC);
    Merged merged = run.judgeAll(log, LABELS, labels, new Random(seed));

    assertThat(ofLabels).hasSizeGreaterThan(20);
    assertThat(merged.answers().deadLetters()).isEqualTo(expected.deadLetters());
    assertThat(merged.answers().alerts()).isEqualTo(expected.alerts());
    assertThat(merged.compacted()).as("what a compacted topic keeps").isEqualTo(expected);
    assertThat(merged.verdicts()).isEqualTo(truth.verdicts());

    assertThat(NoticeLetters.of("control", control)).hasSizeGreaterThan(20);
    assertThat(heard.all().all()).extracting(Announced::cancelled).contains(true);
    long last = log.stream().mapToLong(each -> each.position().time()).max().orElseThrow();
    for (Announced book : heard.all().all()) {
      boolean comes =
          !book.cancelled()
              && heard.all().inForceAt(book.inForceFrom()).number() == book.number()
              && book.inForceFrom() <= last;
      assertThat(
              expected.alerts().values().stream().anyMatch(says("\"book\":" + book.number() + ",")))
          .as("alerts of book %d", book.number())
          .isEqualTo(comes);
    }
    for (String rule :
        List.of(
            "velocity\",\"ruleVersion\":3",
            "often-in-hours\",\"ruleVersion\":1",
            "much-in-hours\",\"ruleVersion\":1",
            "windowed-spend\",\"ruleVersion\":4",
            "impossible-travel\",\"ruleVersion\":2",
            "bad-shop\",\"ruleVersion\":1",
            "doubtful-shop\",\"ruleVersion\":1",
            "victim\",\"ruleVersion\":1",
            "learned\",\"ruleVersion\":1",
            "at-risky\",\"ruleVersion\":1",
            "often-not-vip\",\"ruleVersion\":1",
            "spent-at-risky\",\"ruleVersion\":1")) {
      assertThat(expected.alerts().values()).as(rule).anyMatch(says("\"rule\":\"" + rule));
    }
    assertThat(truth.verdicts().values()).as("scores").anyMatch(says(" score "));
    assertSaid(expected, "trial", 1, "shadow");
    assertSaid(expected, "trial", 2, "live");
    assertSaid(expected, "few", 1, "live");
    assertSaid(expected, "few", 1, "shadow");
    assertSaid(expected, "few-totals", 1, "live");
    assertSaid(expected, "few-totals", 1, "shadow");
    assertSaid(expected, "velocity", 3, "snoozed");
    assertSaid(expected, "velocity", 3, "live");
  }

  private static void assertSaid(Answers answers, String rule, int version, String mode) {
    String named = "\"rule\":\"" + rule + "\",\"ruleVersion\":" + version + ",";
    assertThat(answers.alerts().values())
        .as("%s %d %s", rule, version, mode)
        .anyMatch(alert -> alert.contains(named) && alert.contains("\"mode\":\"" + mode));
  }

  private static Predicate<String> says(String text) {
    return alert -> alert.contains(text);
  }
}
