package weir.dashboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import weir.dashboard.Alerts;
import weir.dashboard.Waiting;
import weir.dashboard.access.DeskSchema;
import weir.dashboard.live.Found;
import weir.dashboard.store.Database;
import weir.dashboard.store.DatabaseSettings;
import weir.failure.UnavailableException;
import weir.local.LocalPostgres;
import weir.notice.Notice;

/** Interrupted at any place, and finished all the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class OutboxTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LocalPostgres postgres = LocalPostgres.start();
  private final Log log = new Log();

  @SuppressWarnings("NullAway.Init")
  private Database database;

  /** A log that can fail before or after it has taken something. */
  private static final class Log implements Wire {
    final List<String> labels = new CopyOnWriteArrayList<>();
    final AtomicReference<RuntimeException> before = new AtomicReference<>();
    final AtomicReference<RuntimeException> after = new AtomicReference<>();

    @Override
    public List<Long> labels(List<Label> said) {
      fail(before);
      List<Long> times = new ArrayList<>();
      for (Label each : said) {
        labels.add(each.payment().id() + " " + each.fraud());
        times.add(1_767_225_600_000L);
      }
      fail(after);
      return times;
    }

    private static void fail(AtomicReference<RuntimeException> failure) {
      RuntimeException due = failure.getAndSet(null);
      if (due != null) {
        throw due;
      }
    }

    @Override
    public void list(Notice.ListChange change) {
      throw new UnsupportedOperationException("no snoozes here");
    }

    @Override
    public void check(Notice.ListChange change) {
      throw new UnsupportedOperationException("no snoozes here");
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @BeforeAll
  void open() {
    DatabaseSettings settings =
        new DatabaseSettings(postgres.jdbcUrl(), postgres.user(), /* password= */ "");
    DeskSchema.migrate(settings);
    database = Database.forDesk(settings);
  }

  @BeforeEach
  void nothingWasSaid() {
    log.labels.clear();
  }

  @AfterAll
  void close() {
    database.close();
    postgres.close();
  }

  private Outbox outbox() {
    return new Outbox(() -> Optional.of(database), log, () -> {});
  }

  private UUID want(String user, String payment, Kind kind) throws Exception {
    Found found =
        Found.of(
            Alerts.withEvidence(payment, user, 1_767_225_600_000L, List.of(payment)),
            /* detectedAt= */ System.currentTimeMillis());
    Item item =
        Item.about(found, /* payment= */ null, new Item.Said(kind == Kind.FRAUD, "analyst"), null);
    Intent intent =
        new Intent(
            UUID.randomUUID(), "ada", "here", kind, user, "a note", null, null, List.of(item));
    database.inOne(
        connection -> {
          Intents.insert(connection, intent);
          return true;
        });
    return intent.id();
  }

  private List<Decision> decisions(String user) throws Exception {
    return database.ask(connection -> Decisions.ofUser(connection, user, 200));
  }

  @Test
  void interruptedBetweenLabelAndRowItSaysTheSameOnceMore() throws Exception {
    log.after.set(new IllegalStateException("killed here"));
    want("uma", "t-1", Kind.FRAUD);
    try (Outbox outbox = outbox()) {
      Waiting.until("it is decided", () -> decisions("uma").size() == 1);
      assertThat(log.labels).containsExactly("t-1 true", "t-1 true");
      Waiting.until("nothing is wrong", () -> outbox.trouble() == null);
    }
    try (Outbox next = outbox()) {
      assertThat(next.isDone(want("uma", "t-2", Kind.FRAUD), PATIENCE)).isTrue();
    }
    assertThat(log.labels).containsExactly("t-1 true", "t-1 true", "t-2 true");
    assertThat(decisions("uma")).hasSize(2);
  }

  @Test
  void whatCannotBeSentWaitsAndSaysWhy() throws Exception {
    log.before.set(new UnavailableException("no broker answers"));
    UUID id = want("vic", "t-1", Kind.FRAUD);
    try (Outbox outbox = outbox()) {
      Waiting.until("it says why", () -> "no broker answers".equals(outbox.trouble()));
      assertThat(outbox.isDone(id, PATIENCE)).isTrue();
    }
    assertThat(log.labels).containsExactly("t-1 true");
  }

  @Test
  void aboutOneUserTheNewestWishIsTheNewestLabelHoweverManyPagesThereAre() throws Exception {
    for (int i = 0; i < 20; i++) {
      want("wim", "of-wim", i % 2 == 0 ? Kind.FRAUD : Kind.DISMISSED);
      want("xia-" + i, "t-" + i, Kind.FRAUD);
    }
    try (Outbox one = outbox();
        Outbox other = outbox()) {
      Waiting.until("all are decided", () -> waiting() == 0);
      assertThat(one.trouble()).isNull();
      assertThat(other.trouble()).isNull();
    }
    List<String> ofWim = log.labels.stream().filter(each -> each.startsWith("of-wim ")).toList();
    assertThat(ofWim).hasSize(20).last().isEqualTo("of-wim false");
    for (int i = 1; i < ofWim.size(); i++) {
      assertThat(ofWim.get(i)).isNotEqualTo(ofWim.get(i - 1));
    }
    assertThat(decisions("wim"))
        .hasSize(20)
        .first()
        .extracting(Decision::kind)
        .isEqualTo("dismissed");
    assertThat(log.labels).as("each once").hasSize(40);
  }

  private int waiting() throws Exception {
    return database.ask(connection -> Intents.usersWaiting(connection).size());
  }
}
