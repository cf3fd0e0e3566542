package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import weir.book.RuleBookReader;
import weir.dashboard.access.Role;
import weir.dashboard.access.Visitor;
import weir.dashboard.backtest.ProposalTests;
import weir.dashboard.backtest.Tested;
import weir.dashboard.store.Database;
import weir.dashboard.store.DatabaseSettings;
import weir.form.TransactionJson;
import weir.launch.Launch;
import weir.model.Transaction;

/** What ./weir backtest itself says of a proposal, over the topic of transactions. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class ProposalOnTheLogTest {
  private static final String STANDING =
      "version: 2\n    kind: amount-over\n    severity: high\n    limit: 9000";
  private static final String PROPOSED =
      "version: 3\n    kind: amount-over\n    severity: high\n    limit: 8000";
  private static final Pattern PROPOSAL = Pattern.compile("\"proposal\":(\\d+)");

  @SuppressWarnings("NullAway.Init")
  private DeskStage stage;

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @BeforeAll
  void start() throws Exception {
    stage = new DeskStage();
    database =
        Database.forDesk(
            new DatabaseSettings(stage.postgres.jdbcUrl(), stage.postgres.owner(), ""));
  }

  @AfterAll
  void stop() {
    database.close();
    stage.close();
  }

  private void pay(String id, long cents) {
    long now = System.currentTimeMillis();
    Transaction paid =
        new Transaction(
            id,
            "user-of-" + id,
            cents,
            "EUR",
            now,
            "m-1",
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    stage.kafka.send("transactions", paid.userId(), TransactionJson.write(paid));
  }

  @Test
  void alertsThatAChangeAddsAndRemovesAreShown() throws Exception {
    pay("small", 12_50);
    pay("added", 8_500_00);
    pay("kept", 9_500_00);
    Person analyst = stage.somebody(Role.ANALYST, "ana");
    long id = propose(analyst, RuleBookReader.defaultText().replace(STANDING, PROPOSED));

    Tested tested = backtest(id);
    assertThat(tested.state()).as(tested.detail()).isEqualTo("done");
    Tested.Result answer = Objects.requireNonNull(tested.answer());
    assertThat(answer.partial()).isFalse();
    assertThat(Objects.requireNonNull(answer.volume()).payments()).isEqualTo(3);
    Tested.OfRule rule =
        answer.rules().stream()
            .filter(each -> each.rule().equals("very-high-value"))
            .findFirst()
            .orElseThrow();
    assertThat(rule.added()).extracting(Tested.Example::transactionId).containsExactly("added");
    Tested.Example example = rule.added().get(0);
    assertThat(new BigDecimal(Objects.requireNonNull(example.amount())))
        .isEqualByComparingTo("8500");
    assertThat(example.reason()).contains("8000");
    assertThat(rule.removed()).isEmpty();
    assertThat(analyst.get("/api/rules/proposal?id=" + id).body())
        .contains("\"transactionId\":\"added\"");
  }

  private static long propose(Person analyst, String text) throws Exception {
    Waiting.until(
        "rules are read",
        () -> analyst.get("/api/rules").body().contains("\"book\":{\"number\":1"));
    String book = text.replace("\"", "\\\"").replace("\n", "\\n");
    String body = analyst.post("/api/rules/propose", "{\"text\":\"" + book + "\"}").body();
    Matcher found = PROPOSAL.matcher(body);
    assertThat(found.find()).as(body).isTrue();
    return Long.parseLong(found.group(1));
  }

  private Tested backtest(long proposal) throws Exception {
    try (ProposalTests tests =
        new ProposalTests(
            () -> Optional.of(database),
            stage.settings(0, "--backtestLog=transactions").backtest(),
            () -> Launch.ofThese("the back-test", "weir.backtest.command.Main"))) {
      tests.begin(proposal, new Visitor("ana", "here"));
      Waiting.until("it ends", () -> !tests.of(proposal).get(0).state().equals("running"));
      return tests.of(proposal).get(0);
    }
  }
}
