package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.form.TransactionJson;
import weir.learn.Model;
import weir.learn.ScoreTable;
import weir.learn.Tree;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.model.Verdict;
import weir.notice.Announcements;
import weir.oracle.Sample;
import weir.oracle.SmallModels;
import weir.rules.Models;
import weir.walk.Receiver;
import weir.walk.Walk;

/** A verdict carries the score of the book's first model, and is told again if that changes. */
class ModelVerdictTest {
  private static final String OF_USERS =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      features:
        many: {count: transactions, window: 20 s}
      rules:
        - {id: dear, version: 1, kind: amount-over, severity: low, limit: 100}
      """;

  private static final String OF_TOWNS =
      OF_USERS
          .replace("features:", "keys: {town: city}\nfeatures:")
          .replace("window: 20 s", "by: town, window: 20 s");

  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();

  /** Three payments within the window have another score than two. */
  private static Model model(String book, long above) {
    long[] margins = new long[ScoreTable.MOST];
    for (int i = 0; i < margins.length; i++) {
      margins[i] = i;
    }
    Tree tree = Tree.builder().split(0, 3, 0).leaf(100).leaf(above).build();
    return SmallModels.of(book, List.of("many"), 0, List.of(tree), margins);
  }

  private Walk walk(String text) {
    Model first = model(text, 899);
    Model second = model(text, 199);
    String rules =
        SmallModels.rule("first", first, 900, ", filter: {amountOver: 10}")
            + SmallModels.rule("second", second, 150, "");
    RuleBook book =
        RuleBookReader.parseFirst("book", text + rules, Models.of(List.of(first, second)));
    return new Walk(
        book.charter(),
        Announcements.always(book),
        /* verdicts= */ true,
        Floor.NONE,
        new Receiver() {
          @Override
          public void alert(LogPosition cause, Alert alert) {
            alerts.add(alert);
          }

          @Override
          public void verdict(LogPosition cause, Verdict verdict) {
            verdicts.add(verdict);
          }

          @Override
          public void deadLetter(DeadLetter letter) {
            throw new AssertionError(letter.toString());
          }
        });
  }

  private static LogRecord paid(long time, long logTime, String amount) {
    byte[] json = TransactionJson.write(Sample.at(time).in("Porto", "PT").pay(amount, "EUR").tx());
    return new LogRecord(new LogPosition(0, logTime, logTime), null, new Payload(json));
  }

  /** What was said of the payment at 9000 from the verdict at this place on. */
  private List<Tuple> told(int from) {
    return verdicts.subList(from, verdicts.size()).stream()
        .filter(each -> each.transaction().time() == 9000)
        .map(each -> tuple(each.score(), each.change()))
        .toList();
  }

  private Verdict last() {
    return verdicts.get(verdicts.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {OF_USERS, "towns"})
  void aScoreThatChangesIsToldAgain(String book) {
    Walk walk = walk(book.equals("towns") ? OF_TOWNS : book);
    walk.judge("t", paid(1000, 1000, "20"));
    walk.judge("t", paid(9000, 9000, "20"));
    assertThat(verdicts).extracting(Verdict::score).containsExactly(101, 101);
    walk.judge("t", paid(5000, 9001, "20"));
    assertThat(told(2)).contains(tuple(900, Verdict.Change.REVISED));
    assertThat(last().transaction().time()).isEqualTo(9000);
    assertThat(last().score()).isEqualTo(900);
    assertThat(last().fired()).as("the second model fires, the first is at its limit").hasSize(1);
    int told = verdicts.size();
    walk.judge("t", paid(6000, 9002, "20"));
    assertThat(told(told)).isNotEmpty().allMatch(tuple(900, Verdict.Change.CONFIRMED)::equals);
  }

  @ParameterizedTest
  @ValueSource(strings = {OF_USERS, "towns"})
  void whatTheFirstModelIsNotAskedAboutHasNone(String book) {
    Walk walk = walk(book.equals("towns") ? OF_TOWNS : book);
    for (int i = 0; i < 3; i++) {
      walk.judge("t", paid(1000 + i, 1000 + i, i == 2 ? "5" : "20"));
    }
    assertThat(verdicts).extracting(Verdict::score).containsExactly(101, 101, null);
    assertThat(last().fired()).as("the second is asked").hasSize(1);
    assertThat(Collections.max(alerts, Comparator.comparing(Alert::seen)).observed())
        .hasToString("200");
  }
}
