package weir.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import weir.book.RuleBookReader;
import weir.contract.PostgresAnswers;
import weir.form.AlertJson;
import weir.history.History;
import weir.judge.UserJudge;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.FiredRule;
import weir.model.LogPosition;
import weir.model.Original;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.RejectedJson;
import weir.model.Severity;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.oracle.LargeTransactions;
import weir.oracle.Merged;
import weir.oracle.Sample;
import weir.oracle.Samples;
import weir.oracle.VerdictText;

class WriteRowsTest extends BesidePostgres {
  private static final FiredRule RULE = new FiredRule("rule", 1, Severity.HIGH);

  private static Alert alert(Alert.Status status, long seen, String reason, String... evidence) {
    return alert(status, 5, seen, reason, evidence);
  }

  private static Alert total(long seen, long eventTime) {
    return alert(Alert.Status.RAISED, eventTime, seen, "over the limit", "a");
  }

  private static Alert alert(
      Alert.Status status, long eventTime, long seen, String reason, String... evidence) {
    return new Alert(
        "id",
        status,
        "rule",
        3,
        1,
        Alert.Mode.LIVE,
        Severity.HIGH,
        "u",
        null,
        eventTime,
        -55,
        60_000,
        seen,
        new BigDecimal("3600.50"),
        new BigDecimal("100"),
        "EUR",
        List.of(evidence),
        30,
        reason);
  }

  @Test
  void whateverATransactionSaysArrivesUnharmed() throws Exception {
    String hostile = "'); drop table alerts; -- <b>\"{,}\\ \n\t\u202E 😀 é NULL";
    Transaction tx =
        new Transaction(
            hostile,
            "u," + hostile,
            999_999_999_999_999L,
            "KWD",
            -1,
            hostile,
            "",
            "NULL",
            "{}",
            "x".repeat(1024),
            -89.12345678901235,
            1e-300,
            hostile);
    write(new VerdictRows(), List.of(verdict(tx, 7, RULE, new FiredRule("b", 2, Severity.LOW))));
    assertThat(transactions()).hasSize(1);
    assertThat(transactions().get(0))
        .contains("999999999999.999")
        .endsWith("[rule, b] high book 1 seen 7");
    try (PostgresAnswers answers = new PostgresAnswers(postgres.jdbcUrl(), postgres.user())) {
      assertThat(answers.verdicts())
          .containsExactlyEntriesOf(
              new TreeMap<>(
                  Map.of(
                      VerdictText.key(tx),
                      VerdictText.of(tx, List.of("rule", "b"), "high", null, 1, 7))));
    }
  }

  @Test
  void declaredFieldsAreJsonThatCanBeAskedAndReadBack() throws Exception {
    Transaction tx = Samples.DECLARED;
    write(new VerdictRows(), List.of(verdict(tx, 7), verdict(Sample.at(5).tx(), 1)));
    assertThat(
            text(
                "select fields->>'ip' from transactions where (fields->>'risk')::numeric = -0.5"
                    + " and fields->'present' = 'true' and fields @> '{\"away\": false}'"))
        .isEqualTo(tx.declared().text("ip"));
    assertThat(text("select transaction_id from transactions where fields is null"))
        .isEqualTo(Sample.at(5).tx().id());
    assertThat(text("select pg_typeof(fields) from transactions limit 1")).isEqualTo("jsonb");
    assertThat(transactions()).contains(VerdictText.of(tx, List.of(), "none", null, 1, 7));
  }

  private String text(String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  @Test
  void whoeverHasSeenMoreStays() throws Exception {
    Transaction tx = Sample.at(5).tx();
    write(new VerdictRows(), List.of(verdict(tx, 3, RULE)));
    write(new VerdictRows(), List.of(verdict(tx, 2)));
    assertThat(transactions()).singleElement().asString().endsWith("[rule] high book 1 seen 3");
    write(new VerdictRows(), List.of(verdict(tx, 3)));
    assertThat(transactions()).singleElement().asString().endsWith("[rule] high book 1 seen 3");
    write(new VerdictRows(), List.of(verdict(tx, 4)));
    assertThat(transactions()).singleElement().asString().endsWith("[] none book 1 seen 4");
  }

  @Test
  void oneBatchMayHoldOneRowTwice() throws Exception {
    Transaction tx = Sample.at(5).tx();
    write(new VerdictRows(), List.of(verdict(tx, 1), verdict(tx, 3, RULE), verdict(tx, 2)));
    assertThat(transactions()).singleElement().asString().endsWith("[rule] high book 1 seen 3");
  }

  @Test
  void anIdIsItsUsersOwnAndItsTimes() throws Exception {
    write(
        new VerdictRows(),
        List.of(
            verdict(Sample.at(5).id("t").tx(), 1),
            verdict(Sample.at(6).id("t").tx(), 1),
            verdict(Sample.at(5).id("t").user("other").tx(), 1)));
    assertThat(transactions()).hasSize(3);
  }

  @Test
  void anAlertKeepsItsDecimalsItsEvidenceAndItsLastWord() throws Exception {
    Alert raised = alert(Alert.Status.RAISED, 2, "why 'so'", "b", "a\"", "ü,{}");
    write(new AlertRows("FlinkRunner"), List.of(raised));
    try (PostgresAnswers answers = new PostgresAnswers(postgres.jdbcUrl(), postgres.user())) {
      assertThat(answers.answers().alerts().get("id"))
          .isEqualTo(new String(AlertJson.write(raised), StandardCharsets.UTF_8));
      write(new AlertRows("x"), List.of(alert(Alert.Status.WITHDRAWN, 3, "no longer")));
      assertThat(answers.answers().alerts()).isEmpty();
      write(new AlertRows("x"), List.of(raised));
      assertThat(answers.answers().alerts()).isEmpty();
    }
  }

  /** PostgreSQL keeps the names of an object in an order of its own. */
  @Test
  void theKeysOfAnAlertAreJsonThatCanBeAskedAndReadBack() throws Exception {
    write(
        new AlertRows("x"), List.of(Samples.BY_KEYS, alert(Alert.Status.RAISED, 2, "by the user")));
    try (PostgresAnswers answers = new PostgresAnswers(postgres.jdbcUrl(), postgres.user())) {
      assertThat(answers.answers().alerts().get(Samples.BY_KEYS.id()))
          .isEqualTo(new String(AlertJson.write(Samples.BY_KEYS), StandardCharsets.UTF_8));
    }
    assertThat(
            text("select judged_by->>'shop' from alerts where judged_by @> '{\"device\":\"d-4\"}'"))
        .startsWith("m-17 ");
    assertThat(text("select pg_typeof(judged_by) from alerts limit 1")).isEqualTo("jsonb");
    assertThat(text("select count(*) from alerts where judged_by is null")).isEqualTo("1");
  }

  /** A key of PostgreSQL has a limit of its own, 2,704 bytes. */
  @Test
  void theLargestTransactionsAndTheirAlertsFit() throws Exception {
    UserJudge judge = new UserJudge(RuleBookReader.readOfUsers(), /* verdicts= */ true);
    List<Verdict> verdicts = new ArrayList<>();
    List<Alert> alerts = new ArrayList<>();
    for (String character : List.of("\u0001", "\u7528", "\ud83d\ude00")) {
      History history = History.empty();
      for (LargeTransactions.Numbered each : LargeTransactions.of(character)) {
        long time = 253_402_300_799_999L - each.number();
        Accepted received =
            new Accepted(each.at(time), new LogPosition(0, 0, time), new Payload(new byte[0]));
        UserJudge.Outcome outcome = judge.judge(history, received);
        history = outcome.history();
        outcome.judgements().stream()
            .filter(Verdict.class::isInstance)
            .forEach(verdict -> verdicts.add((Verdict) verdict));
        outcome.judgements().stream()
            .filter(Alert.class::isInstance)
            .forEach(alert -> alerts.add((Alert) alert));
      }
    }
    write(new VerdictRows(), verdicts);
    write(new AlertRows("x"), alerts);
    Merged merged = new Merged();
    verdicts.forEach(merged::verdict);
    alerts.forEach(alert -> merged.alert(AlertJson.write(alert)));
    try (PostgresAnswers answers = new PostgresAnswers(postgres.jdbcUrl(), postgres.user())) {
      assertThat(answers.verdicts()).hasSize(72).isEqualTo(merged.verdicts());
      assertThat(answers.answers().alerts())
          .hasSizeGreaterThan(200)
          .isEqualTo(merged.answers().alerts());
    }
  }

  @Test
  void ofALargeDeadLetterTheBeginningIsThereAndWhatTheWholeIsFoundBy() throws Exception {
    byte[] bytes = new byte[Original.MOST_BYTES + 1];
    bytes[Original.MOST_BYTES - 1] = 7;
    Rejected rejected =
        new Rejected(
            RejectReason.LATE, "why", new LogPosition(3, 4, Long.MAX_VALUE), new Payload(bytes));
    write(new DeadLetterRows(), List.of(new DeadLetter("t", rejected)));
    try (PostgresAnswers answers = new PostgresAnswers(postgres.jdbcUrl(), postgres.user())) {
      assertThat(answers.answers().deadLetters().values())
          .containsExactly(new String(RejectedJson.write(rejected, "t"), StandardCharsets.UTF_8));
    }
  }

  /** The newest payment that a total counts is another one when it has seen more. */
  @Test
  void theEventTimeOfATotalFollowsWhatItHasSeen() throws Exception {
    write(new AlertRows("x"), List.of(total(2, 1_000)));
    write(new AlertRows("x"), List.of(total(3, 2_000)));
    write(new AlertRows("x"), List.of(total(2, 1_000)));
    try (PostgresAnswers answers = new PostgresAnswers(postgres.jdbcUrl(), postgres.user())) {
      assertThat(answers.answers().alerts().get("id"))
          .isEqualTo(new String(AlertJson.write(total(3, 2_000)), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aDeadLetterKeepsItsBytes() throws Exception {
    byte[] bytes = new byte[100_000];
    bytes[7] = -1;
    Rejected rejected =
        new Rejected(
            RejectReason.MALFORMED, "why", new LogPosition(3, 1L << 40, -5), new Payload(bytes));
    DeadLetter letter = new DeadLetter("top'ic", rejected);
    write(new DeadLetterRows(), List.of(letter, letter, new DeadLetter("labels", rejected)));
    write(new DeadLetterRows(), List.of(letter));
    try (PostgresAnswers answers = new PostgresAnswers(postgres.jdbcUrl(), postgres.user())) {
      assertThat(answers.answers().deadLetters().values())
          .containsExactlyInAnyOrder(
              new String(RejectedJson.write(rejected, "top'ic"), StandardCharsets.UTF_8),
              new String(RejectedJson.write(rejected, "labels"), StandardCharsets.UTF_8));
    }
  }
}
