package weir.dashboard.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import weir.control.ControlLog;
import weir.dashboard.Waiting;
import weir.dashboard.access.DeskSchema;
import weir.dashboard.access.Visitor;
import weir.dashboard.store.Database;
import weir.dashboard.store.DatabaseSettings;
import weir.failure.UnavailableException;
import weir.local.LocalPostgres;
import weir.notice.Books;

/** Interrupted at any place, and each notice is written once all the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class NoticeOutboxTest {
  private final LocalPostgres postgres = LocalPostgres.start();
  private final Topic topic = new Topic();
  private final Heard heard = new Heard();

  @SuppressWarnings("NullAway.Init")
  private Database database;

  /** A topic that can fail before or after it has taken something. */
  private static final class Topic implements NoticeWire {
    final List<String> records = new CopyOnWriteArrayList<>();
    final AtomicReference<RuntimeException> before = new AtomicReference<>();
    final AtomicReference<RuntimeException> after = new AtomicReference<>();

    @Override
    public Books books() {
      return Books.none();
    }

    @Override
    public OptionalLong find(byte[] record, long from) {
      String sought = new String(record, StandardCharsets.UTF_8);
      int place = records.subList((int) from, records.size()).indexOf(sought);
      return place < 0 ? OptionalLong.empty() : OptionalLong.of(from + place);
    }

    @Override
    public long write(byte[] record) {
      fail(before);
      records.add(new String(record, StandardCharsets.UTF_8));
      fail(after);
      return records.size() - 1L;
    }

    private static void fail(AtomicReference<RuntimeException> failure) {
      RuntimeException due = failure.getAndSet(null);
      if (due != null) {
        throw due;
      }
    }

    @Override
    public ControlLog.Heard outcome(long offset) {
      return new ControlLog.Heard(Books.none(), List.of(), List.of(), 0, offset + 1);
    }
  }

  private static final class Heard implements Follower {
    final List<String> told = new CopyOnWriteArrayList<>();
    volatile @Nullable String obstacle;

    @Override
    public @Nullable String obstacle(Connection connection, PendingNotice notice, Books books) {
      return obstacle;
    }

    @Override
    public void announced(Connection connection, PendingNotice notice, ControlLog.Heard outcome) {
      told.add("announced " + notice.subject());
    }

    @Override
    public void refused(Connection connection, PendingNotice notice, String why) {
      told.add("refused " + notice.subject() + ": " + why);
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
    topic.records.clear();
    heard.told.clear();
    heard.obstacle = null;
  }

  @AfterAll
  void close() {
    database.close();
    postgres.close();
  }

  private NoticeOutbox outbox() {
    return new NoticeOutbox(() -> Optional.of(database), topic, heard, () -> {});
  }

  private UUID want(String record) throws Exception {
    UUID id = UUID.randomUUID();
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    database.ask(
        connection -> {
          PendingNotices.insert(
              connection,
              new PendingNotice(
                  id, new Visitor("ada", "here"), null, record, topic.records.size(), bytes));
          return true;
        });
    return id;
  }

  private boolean isDone(UUID id) throws Exception {
    return database.ask(connection -> PendingNotices.state(connection, id)).orElseThrow().done();
  }

  @Test
  void whatFailedBeforeItWasWrittenIsWritten() throws Exception {
    topic.before.set(new UnavailableException("Kafka is away"));
    UUID id = want("one");
    try (NoticeOutbox outbox = outbox()) {
      Waiting.until("it is done", () -> isDone(id));
      Waiting.until("nothing is wrong any more", () -> outbox.trouble() == null);
    }
    assertThat(topic.records).containsExactly("one");
  }

  @Test
  void whatWasWrittenAndNotNotedIsNotWrittenAgain() throws Exception {
    topic.after.set(new UnavailableException("no answer came"));
    UUID id = want("two");
    try (NoticeOutbox outbox = outbox()) {
      Waiting.until("it is done", () -> isDone(id));
    }
    assertThat(topic.records).containsExactly("two");
    assertThat(heard.told).containsExactly("announced two");
  }

  @Test
  void theSameChangeLaterIsAnother() throws Exception {
    UUID first = want("same");
    try (NoticeOutbox outbox = outbox()) {
      Waiting.until("it is done", () -> isDone(first));
      UUID second = want("same");
      Waiting.until("it is done too", () -> isDone(second));
    }
    assertThat(topic.records).containsExactly("same", "same");
  }

  @Test
  void twoPagesWriteEachNoticeOnce() throws Exception {
    UUID last = want("a");
    for (String record : List.of("b", "c", "d", "e")) {
      last = want(record);
    }
    UUID id = last;
    try (NoticeOutbox one = outbox();
        NoticeOutbox other = outbox()) {
      Waiting.until("all are done", () -> isDone(id));
    }
    assertThat(topic.records).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void whatMustNotBeWrittenAnyMoreIsNot() throws Exception {
    heard.obstacle = "another book stands";
    UUID id = want("late");
    try (NoticeOutbox outbox = outbox()) {
      Waiting.until("it is done", () -> isDone(id));
    }
    assertThat(topic.records).isEmpty();
    assertThat(heard.told).containsExactly("refused late: another book stands");
  }
}
