package weir.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weir.contract.PostgresAnswers;
import weir.labels.RuleScores;
import weir.labels.RuleScores.OfMoney;
import weir.labels.RuleScores.OfRule;
import weir.model.Alert;
import weir.model.FiredRule;
import weir.model.Label;
import weir.model.LogPosition;
import weir.model.Severity;
import weir.model.Transaction;
import weir.oracle.Sample;

/** What was said of payments afterwards, and how right rules were by that. */
class LabelRowsTest extends BesidePostgres {
  @BeforeEach
  void noLabels() throws SQLException {
    execute("truncate labels, book_rules");
  }

  private static Label label(
      Transaction tx, boolean fraud, @Nullable String source, int partition, long logTime) {
    return new Label(
        tx.id(),
        tx.userId(),
        tx.time(),
        List.of(),
        fraud,
        source,
        new LogPosition(partition, logTime, logTime),
        /* again= */ false);
  }

  private List<String> labels() throws SQLException {
    try (PostgresAnswers answers = new PostgresAnswers(postgres.jdbcUrl(), postgres.user())) {
      return List.copyOf(answers.labels().values());
    }
  }

  @Test
  void theNewestOfAPaymentStandsWhateverComesFirst() throws Exception {
    Transaction tx = Sample.at(5).tx();
    List<Label> said = new ArrayList<>();
    for (int time = 1; time <= 6; time++) {
      said.add(label(tx, time % 2 == 0, "s" + time, time % 3, 1000 + time));
    }
    said.add(label(tx, /* fraud= */ true, /* source= */ null, 2, 1006));
    for (int seed = 0; seed < 5; seed++) {
      execute("truncate labels");
      Collections.shuffle(said, new Random(seed));
      write(new LabelRows(), said.subList(0, 3));
      write(new LabelRows(), said.subList(3, 7));
      write(new LabelRows(), said.subList(1, 4));
      assertThat(labels()).containsExactly("true by null at 1006 2-1006");
    }
  }

  private static Transaction paid(long time, long minor, String currency) {
    Transaction tx = Sample.at(time).tx();
    return new Transaction(
        tx.id(),
        tx.userId(),
        minor,
        currency,
        tx.time(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Alert alert(Transaction tx, String rule, int version, Alert.Mode mode) {
    return new Alert(
        rule + version + tx.id(),
        Alert.Status.RAISED,
        rule,
        version,
        1,
        mode,
        Severity.HIGH,
        tx.userId(),
        tx.id(),
        tx.time(),
        tx.time() - 5,
        tx.time(),
        1,
        new BigDecimal("1"),
        new BigDecimal("1"),
        "EUR",
        List.of(),
        0,
        "because");
  }

  /**
   * Two frauds in euros and one in yen, of which the rule finds one each, and one honest payment.
   */
  @Test
  void rulesAreHeldAgainstWhatIsKnownLater() throws Exception {
    Transaction caught = paid(1000, 10_050, "EUR");
    Transaction missed = paid(2000, 20_000, "EUR");
    Transaction yen = paid(3000, 700, "JPY");
    Transaction honest = paid(4000, 99, "EUR");
    Transaction unlabelled = paid(5000, 99, "EUR");
    write(
        new VerdictRows(),
        List.of(
            verdict(caught, 1, new FiredRule("r", 2, Severity.HIGH)),
            verdict(missed, 1),
            verdict(yen, 1),
            verdict(honest, 1),
            verdict(unlabelled, 1)));
    write(
        new AlertRows("x"),
        List.of(
            alert(caught, "r", 2, Alert.Mode.LIVE),
            alert(honest, "r", 2, Alert.Mode.LIVE),
            alert(unlabelled, "r", 2, Alert.Mode.LIVE),
            alert(missed, "r", 2, Alert.Mode.SNOOZED),
            alert(yen, "trial", 1, Alert.Mode.SHADOW)));
    write(
        new LabelRows(),
        List.of(
            label(caught, /* fraud= */ true, "bank", 0, 9000),
            label(missed, /* fraud= */ true, "bank", 0, 9001),
            label(yen, /* fraud= */ true, "bank", 0, 9002),
            label(honest, /* fraud= */ false, "analyst", 0, 9003)));
    execute(
        "insert into book_rules values (1, 'r', 2, '{live}'), (1, 'trial', 1, '{shadow}'),"
            + " (1, 'part', 1, '{live,shadow}'), (2, 'later', 1, '{live}')");

    RuleScores scores;
    try (Connection connection =
        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "")) {
      scores = RuleScores.read(connection);
    }
    assertThat(scores.rules())
        .extracting(each -> each.rule() + " " + each.version() + " " + each.mode())
        .containsExactly(
            "later 1 live",
            "part 1 live",
            "part 1 shadow",
            "r 2 live",
            "r 2 snoozed",
            "trial 1 shadow");
    OfRule later = scores.rules().get(0);
    assertThat(later.alerts()).isZero();
    assertThat(later.precision()).isNull();
    assertThat(later.recall()).as("it judged no fraud").isNull();
    OfRule silent = scores.rules().get(1);
    assertThat(silent.precision()).isNull();
    assertThat(silent.recall()).as("it judged frauds, and found none").isEqualByComparingTo("0");
    assertThat(silent.missed().get("EUR")).isEqualByComparingTo("300.50");
    OfRule live = scores.rules().get(3);
    assertThat(List.of(live.alerts(), live.frauds(), live.honest(), live.unlabelled()))
        .containsExactly(3L, 1L, 1L, 1L);
    assertThat(live.precision()).isEqualByComparingTo("0.3333");
    assertThat(live.recall()).isEqualByComparingTo("0.3333");
    assertThat(live.caught()).containsOnlyKeys("EUR", "JPY");
    assertThat(live.caught().get("JPY")).isEqualByComparingTo("0");
    assertThat(live.missed().get("JPY")).isEqualByComparingTo("700");
    assertThat(live.caught().get("EUR")).isEqualByComparingTo("100.50");
    assertThat(live.missed().get("EUR")).isEqualByComparingTo("200");
    OfRule snoozed = scores.rules().get(4);
    assertThat(snoozed.recall()).isEqualByComparingTo("0.3333");
    assertThat(snoozed.caught().get("EUR")).isEqualByComparingTo("200");
    assertThat(snoozed.missed().get("EUR")).isEqualByComparingTo("100.50");
    OfRule trial = scores.rules().get(5);
    assertThat(trial.precision()).isEqualByComparingTo("1");
    assertThat(scores.money()).extracting(OfMoney::currency).containsExactly("EUR", "JPY");
    assertThat(scores.money().get(0).caught()).isEqualByComparingTo("100.50");
    assertThat(scores.money().get(1).missed()).isEqualByComparingTo("700");
    assertThat(scores.money().get(1).flagged()).as("on trial it flags nothing").isZero();
  }
}
