package weir.dashboard.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import weir.dashboard.Waiting;
import weir.dashboard.access.DeskSchema;
import weir.dashboard.access.Visitor;
import weir.dashboard.desk.WrongWishException;
import weir.dashboard.store.Database;
import weir.dashboard.store.DatabaseSettings;
import weir.dashboard.store.Query;
import weir.launch.Launch;
import weir.local.LocalPostgres;

/** Back-tests that answer, fail and never end, each in a JVM of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ProposalTestsTest {
  private static final Visitor ADA = new Visitor("ada", "here");

  private final LocalPostgres postgres = LocalPostgres.start();

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @SuppressWarnings("NullAway.Init")
  private ProposalTests tests;

  @BeforeAll
  void open() {
    DatabaseSettings settings =
        new DatabaseSettings(postgres.jdbcUrl(), postgres.user(), /* password= */ "");
    DeskSchema.migrate(settings);
    database = Database.forDesk(settings);
    tests =
        new ProposalTests(
            () -> Optional.of(database),
            Optional.of(new BacktestSettings("a lake", List.of("--log=lake"))),
            () -> Launch.ofThese("the back-test", BacktestInstead.class.getName()));
  }

  @AfterAll
  void close() {
    tests.close();
    database.close();
    postgres.close();
  }

  private long proposal(String text) throws SQLException {
    return database.ask(
        connection ->
            Query.only(
                connection,
                "insert into desk.proposals (request, who, came_from, comment, what, base, book)"
                    + " values (?, 'ada', 'here', '', 'edited', 1, ?) returning id",
                row -> row.getLong(1),
                UUID.randomUUID(),
                text));
  }

  private Tested newest(long proposal) throws SQLException {
    return tests.of(proposal).get(0);
  }

  private void awaitEnd(long proposal) throws Exception {
    Waiting.until("it ends", () -> !newest(proposal).state().equals("running"));
  }

  @Test
  void theAnswerIsKeptWithTheProposal() throws Exception {
    long id = proposal("sound");
    assertThat(tests.begin(id, ADA)).hasSize(1);
    awaitEnd(id);
    Tested tested = newest(id);
    assertThat(tested.state()).as(tested.detail()).isEqualTo("done");
    Tested.Result answer = Objects.requireNonNull(tested.answer());
    assertThat(answer.rules().get(0).added().get(0).amount()).isEqualTo("12.50");
    assertThat(answer.change()).isEqualTo(new Tested.Change(1, 0, 2, 1));
  }

  @Test
  void whyItFailedIsTold() throws Exception {
    long id = proposal("fails");
    tests.begin(id, ADA);
    awaitEnd(id);
    assertThat(newest(id).state()).isEqualTo("failed");
    assertThat(newest(id).detail()).isEqualTo("the lake is not there");
  }

  @Test
  void oneRunsAtATimeAndCanBeCancelled() throws Exception {
    long id = proposal("never");
    tests.begin(id, ADA);
    long other = proposal("sound");
    assertThatThrownBy(() -> tests.begin(other, ADA))
        .isInstanceOf(WrongWishException.class)
        .hasMessageContaining("Another back-test is running");
    assertThat(tests.cancel(id, ADA).get(0).state()).isEqualTo("cancelled");
    tests.begin(other, ADA);
    awaitEnd(other);
    assertThat(newest(other).state()).isEqualTo("done");
    assertThat(newest(id).detail()).isEqualTo("by ada");
  }

  @Test
  void whatAPageBeganThatIsGoneIsEnded() throws Exception {
    long id = proposal("lost");
    database.ask(
        connection ->
            Query.change(
                connection,
                "insert into desk.proposal_tests (proposal, who, seen_at)"
                    + " values (?, 'bob', now() - interval '5 min')",
                id));
    long other = proposal("sound");
    tests.begin(other, ADA);
    awaitEnd(other);
    assertThat(newest(id).detail()).isEqualTo("it was interrupted");
  }
}
