package weir.backtest.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import weir.backtest.answer.Answer;
import weir.backtest.tally.KnownLabels;
import weir.backtest.tally.Sample;
import weir.backtest.tally.Side;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.contract.ShortWindows;
import weir.fields.RecordLayout;
import weir.form.TransactionParser;
import weir.log.ListedLog;
import weir.log.Span;
import weir.model.LogRecord;
import weir.model.MalformedTransactionException;
import weir.model.Payload;
import weir.notice.Books;
import weir.oracle.HostileLabels;
import weir.oracle.NaiveBooks;
import weir.oracle.Oracle;
import weir.rules.Audience;

/** A pass over a hostile log: by all users and by some, stopped early, and how much it holds. */
class PassTest {
  private static final String TOPIC = "payments";
  private static final int BATCH = 64;
  private static final long BEHIND_MILLIS = 3000;
  private static final RuleBook OLD = ShortWindows.BOOK_WITH_KEYS;
  private static final RuleBook NEW =
      RuleBookReader.parse(
          "new",
          ShortWindows.RULES_WITH_KEYS
              .replace("moreThan: 2, window: 40 s", "moreThan: 1, window: 40 s")
              .replace("limit: 5000}", "limit: 3000, mode: shadow}")
              .replace("- {id: places", "- {id: spots")
              .replace("limit: 3000, window: 30 s", "limit: 3500, window: 30 s"));
  private static final List<LogRecord> PAYMENTS = ShortWindows.log(20_261_128, 4000);
  private static final List<LogRecord> LABELS = HostileLabels.of(PAYMENTS);

  private static KnownLabels labels() {
    KnownLabels known = new KnownLabels(OLD.charter());
    LABELS.forEach(known::hear);
    return known;
  }

  private static Pass pass(Sample sample) {
    return new Pass(
        Side.always("old", OLD, Books.none()),
        List.of(Side.always("new", NEW, Books.none())),
        new Pass.Setting(labels(), Span.ALL, sample, /* examples= */ 2),
        BATCH);
  }

  private static ListedLog log(List<LogRecord> payments) {
    return new ListedLog(List.of(payments), List.of(), /* behindMillis= */ 0);
  }

  private static Answer answer(Sample sample, List<LogRecord> payments)
      throws InterruptedException {
    return pass(sample)
        .over(log(payments), /* alerts= */ null, (done, all) -> {}, () -> false)
        .get(0);
  }

  private static NaiveAnswer naive(List<LogRecord> payments) throws Exception {
    Map<String, Boolean> fraud = new HashMap<>();
    Oracle.standingLabels(NaiveBooks.only(OLD), LABELS)
        .forEach((payment, text) -> fraud.put(payment, text.startsWith("true")));
    return new NaiveAnswer(
        new NaiveSide(Oracle.truth(OLD, TOPIC, payments), Span.ALL),
        new NaiveSide(Oracle.truth(NEW, TOPIC, payments), Span.ALL),
        Map.of(1, OLD),
        Map.of(1, NEW),
        fraud);
  }

  @Test
  void saysWhatTheOracleSays() throws Exception {
    Answer answer = answer(Sample.ALL, PAYMENTS);
    assertThat(NaiveAnswer.lines(answer)).isEqualTo(naive(PAYMENTS).lines());
    assertThat(answer.partial()).isFalse();
    assertThat(answer.volume().deadLetters()).isPositive();
    assertThat(answer.volume().frauds()).isPositive();
    assertThat(answer.rules())
        .extracting(each -> each.rule())
        .containsExactly(
            "dear",
            "often",
            "spots",
            "sum",
            "travel",
            "spend",
            "alone-at-shop",
            "dear-at-shop",
            "device-crowd",
            "places");
    assertThat(answer.notes()).isEmpty();
  }

  /** Where the clocks of brokers differ, some partitions are behind others. */
  @Test
  void partitionsThatAreBehindChangeNothing() throws Exception {
    List<LogRecord> behind = new ArrayList<>(PAYMENTS);
    behind.sort(
        Comparator.comparingLong(
            each -> each.position().time() + each.position().partition() * BEHIND_MILLIS));
    assertThat(behind).isNotEqualTo(PAYMENTS);
    Answer answer =
        pass(Sample.ALL)
            .over(
                new ListedLog(List.of(behind), List.of(), /* behindMillis= */ 10 * BEHIND_MILLIS),
                /* alerts= */ null,
                (done, all) -> {},
                () -> false)
            .get(0);
    assertThat(NaiveAnswer.lines(answer)).isEqualTo(naive(PAYMENTS).lines());
    assertThat(answer.volume().unsettled()).isZero();
  }

  @Test
  void aSampleIsWhatItsUsersMake() throws Exception {
    Sample half = new Sample(Audience.ofShare("50 %"));
    TransactionParser parser = TransactionParser.of(RecordLayout.USUAL);
    List<LogRecord> ofSample =
        PAYMENTS.stream().filter(each -> half.has(user(each, parser))).toList();
    assertThat(ofSample.size()).isBetween(PAYMENTS.size() / 3, PAYMENTS.size() * 2 / 3);

    Answer answer = answer(half, PAYMENTS);
    assertThat(NaiveAnswer.lines(answer)).isEqualTo(naive(ofSample).lines());
    assertThat(answer.volume().sample()).isEqualTo(0.5);
    assertThat(answer.notes()).anyMatch(each -> each.contains("other keys than the user"));
  }

  private static String user(LogRecord record, TransactionParser parser) {
    Payload value = record.value();
    try {
      return value == null ? "" : parser.parse(value.bytes()).userId();
    } catch (MalformedTransactionException malformed) {
      return "";
    }
  }

  @Test
  void whatIsStoppedTellsWhatItHas() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Answer answer =
        pass(Sample.ALL)
            .over(
                log(PAYMENTS),
                /* alerts= */ null,
                (done, all) -> {},
                () -> asked.getAndIncrement() == 10)
            .get(0);
    assertThat(answer.partial()).isTrue();
    assertThat(answer.volume().records()).isEqualTo(10 * BATCH);
    assertThat(NaiveAnswer.lines(answer)).isEqualTo(naive(PAYMENTS.subList(0, 10 * BATCH)).lines());
  }

  /** Ten times the log, one after the other in time: as much is held as in the first. */
  @Test
  void holdsNoMoreOfALongerLog() throws Exception {
    Pass once = pass(Sample.ALL);
    long most = mostHeld(once, PAYMENTS);
    List<LogRecord> longer = ShortWindows.log(20_261_128, 40_000);
    assertThat(longer.size()).isGreaterThan(9 * PAYMENTS.size());
    assertThat(mostHeld(pass(Sample.ALL), longer)).isBetween(1L, most * 3 / 2);
  }

  private static long mostHeld(Pass pass, List<LogRecord> payments) throws InterruptedException {
    AtomicLong most = new AtomicLong();
    pass.over(
        log(payments),
        /* alerts= */ null,
        (done, all) -> most.accumulateAndGet(pass.holding(), Math::max),
        () -> false);
    return most.get();
  }

  @Test
  void aReplayHasOneSide() throws Exception {
    Answer answer =
        new Pass(
                /* before= */ null,
                List.of(Side.always("new", NEW, Books.none())),
                new Pass.Setting(labels(), Span.ALL, Sample.ALL, /* examples= */ 2))
            .over(log(PAYMENTS), /* alerts= */ null, (done, all) -> {}, () -> false)
            .get(0);
    Answer compared = answer(Sample.ALL, PAYMENTS);
    assertThat(answer.isComparison()).isFalse();
    assertThat(answer.flagged().after()).isEqualTo(compared.flagged().after());
    for (int i = 0; i < answer.rules().size(); i++) {
      assertThat(answer.rules().get(i).before()).isEmpty();
      assertThat(answer.rules().get(i).after()).isEqualTo(compared.rules().get(i).after());
      assertThat(answer.rules().get(i).change().added()).isZero();
    }
  }

  @Test
  void severalAreTriedInOnePass() throws Exception {
    List<Answer> answers =
        new Pass(
                Side.always("old", OLD, Books.none()),
                List.of(
                    Side.always("old", OLD, Books.none()), Side.always("new", NEW, Books.none())),
                new Pass.Setting(labels(), Span.ALL, Sample.ALL, /* examples= */ 2))
            .over(log(PAYMENTS), /* alerts= */ null, (done, all) -> {}, () -> false);
    assertThat(answers.get(0).rules())
        .allSatisfy(
            each -> {
              assertThat(each.before()).isEqualTo(each.after());
              assertThat(each.change().added() + each.change().removed()).isZero();
            });
    assertThat(NaiveAnswer.lines(answers.get(1)))
        .isEqualTo(NaiveAnswer.lines(answer(Sample.ALL, PAYMENTS)));
  }
}
