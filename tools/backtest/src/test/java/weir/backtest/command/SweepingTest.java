package weir.backtest.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Figures;
import weir.backtest.pass.Pass;
import weir.backtest.sweep.Sweep;
import weir.backtest.sweep.Tried;
import weir.backtest.tally.KnownLabels;
import weir.backtest.tally.Sample;
import weir.backtest.tally.Side;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.command.BacktestOptions;
import weir.contract.ShortWindows;
import weir.failure.MisuseException;
import weir.log.Entry;
import weir.log.ListedLog;
import weir.log.Log;
import weir.log.Span;
import weir.model.Alert;
import weir.model.LogRecord;
import weir.notice.Books;
import weir.oracle.HostileLabels;

/** Each value of a sweep is held against a back-test of a book in which it is written by hand. */
class SweepingTest {
  private static final String BOOK = ShortWindows.RULES_WITH_KEYS;
  private static final List<LogRecord> PAYMENTS = ShortWindows.log(20_261_129, 3000);
  private static final List<LogRecord> LABELS = HostileLabels.of(PAYMENTS);

  @TempDir private Path folder = Path.of("target");

  private static Pass.Setting setting() {
    KnownLabels labels = new KnownLabels(ShortWindows.BOOK_WITH_KEYS.charter());
    LABELS.forEach(labels::hear);
    return new Pass.Setting(labels, Span.ALL, Sample.ALL, /* examples= */ 0);
  }

  private static Log log() {
    return new ListedLog(List.of(PAYMENTS), List.of(), /* behindMillis= */ 0);
  }

  private static List<Answer> over(Pass pass, Log log) throws InterruptedException {
    return pass.over(log, /* alerts= */ null, (done, all) -> {}, () -> false);
  }

  private BacktestOptions options(String book, String vary) throws IOException {
    BacktestOptions options = new BacktestOptions();
    options.rules = Files.writeString(folder.resolve("rules.yaml"), book);
    options.sweep.vary = vary;
    return options;
  }

  private Sweeping sweeping(String book, String vary) throws IOException {
    Sweeping sweeping = Sweeping.of(options(book, vary), Books.none());
    assertThat(sweeping).isNotNull();
    return Objects.requireNonNull(sweeping);
  }

  private static Answer byHand(RuleBook book) throws InterruptedException {
    Side side = Side.always("by hand", book, Books.none());
    return over(new Pass(/* before= */ null, List.of(side), setting()), log()).get(0);
  }

  private static Figures live(Answer answer, String rule) {
    return Objects.requireNonNull(
        answer.rules().stream()
            .filter(each -> each.rule().equals(rule))
            .findFirst()
            .orElseThrow()
            .after()
            .get(Alert.Mode.LIVE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dear|limit|1000..6000/1000|limit: 5000}|limit: %s}|6",
        "often|moreThan|1..4|moreThan: 2, window: 40 s|moreThan: %s, window: 40 s|4",
        "often|window|10 s, 40 s, 3 min|moreThan: 2, window: 40 s|moreThan: 2, window: %s|3",
        "places|window|20 s..60 s/20 s|window: 50 s}|window: %s}|4",
        "sum|limit|3000.5,5000|limit: 4000|limit: %s|3",
        "travel|overKm|100,5000|overKm: 100|overKm: %s|2",
        "spend|limit|2000..4000/1000|limit: 3000|limit: %s|3",
        "device-crowd|moreThan|1..3|moreThan: 1, window: 50 s|moreThan: %s, window: 50 s|3"
      })
  void isWhatBooksWrittenByHandSay(
      String rule, String parameter, String values, String old, String form, int many)
      throws Exception {
    Sweeping sweeping = sweeping(BOOK, rule + "." + parameter + "=" + values);
    Sweep sweep = sweeping.sweep(over(sweeping.pass(setting()), log()));
    assertThat(sweep.tried()).hasSize(many);
    assertThat(sweep.tried()).filteredOn(Tried::standing).hasSize(1);
    RuleBook asItStands = RuleBookReader.parse("old", BOOK);
    long others =
        byHand(
                new RuleBook(
                    asItStands.rules().stream()
                        .filter(each -> !each.header().id().equals(rule))
                        .toList(),
                    asItStands.charter()))
            .flagged()
            .after()
            .alerts();
    for (Tried each : sweep.tried()) {
      // Two rules look back 50 s; the one that is meant comes first.
      String text = replaceFirst(BOOK, old, form.replace("%s", each.value()));
      assertThat(text.equals(BOOK)).isEqualTo(each.standing());
      Answer expected = byHand(RuleBookReader.parse("by hand", text));
      assertThat(each.figures()).as(each.value()).isEqualTo(live(expected, rule));
      assertThat(each.together()).isEqualTo(expected.flagged().after().alerts());
      assertThat(each.alone()).isEqualTo(expected.flagged().after().alerts() - others);
    }
    assertThat(sweep.tried().stream().map(each -> each.figures().alerts()).distinct())
        .as("values differ")
        .hasSizeGreaterThan(1);
  }

  private static String replaceFirst(String text, String old, String with) {
    int at = text.indexOf(old);
    assertThat(at).as(old).isPositive();
    return text.substring(0, at) + with + text.substring(at + old.length());
  }

  /** However many values there are. */
  @Test
  void readsTheLogOnce() throws Exception {
    AtomicInteger read = new AtomicInteger();
    Log counted =
        new Log() {
          private final Log log = log();

          @Override
          public @Nullable Entry next() {
            Entry next = log.next();
            if (next != null) {
              read.incrementAndGet();
            }
            return next;
          }

          @Override
          public long reached() {
            return log.reached();
          }

          @Override
          public long records() {
            return log.records();
          }

          @Override
          public void close() {
            log.close();
          }
        };
    Sweeping sweeping = sweeping(BOOK, "often.moreThan=1..8");
    Sweep sweep = sweeping.sweep(over(sweeping.pass(setting()), counted));
    assertThat(sweep.tried()).hasSize(8);
    assertThat(read).hasValue(PAYMENTS.size());
    assertThat(sweep.basis().volume().records()).isEqualTo(PAYMENTS.size());
  }

  /** The only rule of a book, on trial: it flags nothing. */
  @Test
  void aRuleAloneAndOnTrialHasRows() throws Exception {
    String book =
        """
        allowedLateness: 10 s
        allowedClockSkew: 5 s
        rules:
          - {id: dear, version: 1, kind: amount-over, severity: high, mode: shadow, limit: 5000}
        """;
    Sweeping sweeping = sweeping(book, "dear.limit=1000,5000");
    Sweep sweep = sweeping.sweep(over(sweeping.pass(setting()), log()));
    assertThat(sweep.mode()).isEqualTo(Alert.Mode.SHADOW);
    assertThat(sweep.tried().get(0).figures().alerts())
        .isGreaterThan(sweep.tried().get(1).figures().alerts());
    assertThat(sweep.tried()).allSatisfy(each -> assertThat(each.together()).isZero());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "oftn.moreThan=2..6|has no rule 'oftn'; did you mean 'often'?",
        "zzzzzz.moreThan=2..6|has no rule 'zzzzzz', expected one of dear, often",
        "often.moreThn=2..6|gives no 'moreThn' to the rule 'often'; did you mean 'moreThan'?",
        "often.version=2..6|gives no 'version' to the rule 'often'",
        "alone-at-shop.when=2..6|only a number or a length of time can be varied",
        "often.moreThan=0..2|--vary: often.moreThan=0 is refused: ",
        "often.window=40 d|often.window=40 d is refused: ",
        "often.moreThan=2.5,3|often.moreThan=2.5 is refused: "
      })
  void whatCannotBeIsRefused(String vary, String sentence) {
    assertThatThrownBy(() -> Sweeping.of(options(BOOK, vary), Books.none()))
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining(sentence);
  }

  /** It says in which line of the book, and what the reader expected there. */
  @Test
  void aRefusedValueIsToldWithTheReadersWords() {
    assertThatThrownBy(() -> Sweeping.of(options(BOOK, "often.moreThan=0,3"), Books.none()))
        .hasMessageContaining("rules.yaml:")
        .hasMessageContaining("moreThan: found '0', expected a whole number from 1 to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"against", "alerts", "goal"})
  void optionsThatDoNotGoWithItAreRefused(String which) throws IOException {
    BacktestOptions options = options(BOOK, "often.moreThan=2..6");
    String expected;
    switch (which) {
      case "against" -> {
        options.against = options.rules;
        expected = "--against does not go with --vary";
      }
      case "alerts" -> {
        options.writeAlerts = folder.resolve("alerts.jsonl");
        expected = "--write-alerts does not go with --vary";
      }
      default -> {
        options.sweep.vary = null;
        options.sweep.goal = "f1";
        expected = "--goal is for --vary";
      }
    }
    assertThatThrownBy(() -> Sweeping.of(options, Books.none()))
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining(expected);
  }
}
