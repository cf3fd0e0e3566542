package weir.dashboard.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.Database;
import weir.dashboard.store.Query;
import weir.notice.Member;
import weir.notice.Notice;
import weir.rules.Snoozes;

/**
 * Finishes what is wanted: first the records in the log, then the rows. What a crash interrupted
 * stands in the table of intents and is done again from the beginning; a label that is said twice
 * says nothing new. About one user it goes in the order in which things were wanted, whichever page
 * does it, so that the newest label is that of the newest decision.
 */
final class Outbox implements AutoCloseable {
  private final Wire wire;
  private final Runnable done;
  private final Queue<String> urgent = new ConcurrentLinkedQueue<>();
  private final Worker worker;

  /**
   * Begins at once.
   *
   * @param desk where intents and decisions are, once there are accounts
   * @param done is told after each decision
   */
  Outbox(Supplier<Optional<Database>> desk, Wire wire, Runnable done) {
    this.wire = wire;
    this.done = done;
    worker = new Worker("outbox", "A decision cannot be finished yet", desk, this::pass);
    worker.start();
  }

  /** Whether it is done within this time; it is done later otherwise. */
  boolean isDone(UUID id, Duration patience) {
    return worker.isDone(id, patience);
  }

  /** What is wanted about this user comes before what was wanted in bulk. */
  void hurry(String user) {
    urgent.add(user);
  }

  /** Something new is wanted. */
  void wake() {
    worker.wake();
  }

  /** Why nothing is written now; absent if nothing is wrong. */
  @Nullable String trouble() {
    return worker.trouble();
  }

  private void pass(Database open) throws SQLException {
    List<String> users;
    do {
      users = open.ask(Intents::usersWaiting);
      for (String user : users) {
        for (String next = urgent.poll(); next != null; next = urgent.poll()) {
          finishAll(open, next);
        }
        finishAll(open, user);
      }
    } while (!worker.isClosed() && !users.isEmpty());
    urgent.clear();
  }

  private void finishAll(Database open, String user) throws SQLException {
    while (!worker.isClosed() && finishFirst(open, user)) {
      done.run();
    }
  }

  /** Finishes the oldest intent about a user; false if there is none. */
  private boolean finishFirst(Database open, String user) throws SQLException {
    Optional<UUID> finished =
        open.inOne(
            connection -> {
              lock(connection, user);
              Optional<Intent> first = Intents.firstWaiting(connection, user);
              if (first.isPresent()) {
                finish(connection, first.get());
              }
              return first.map(Intent::id);
            });
    finished.ifPresent(worker::finished);
    return finished.isPresent();
  }

  /** Only one page at a time writes about a user. */
  private static void lock(Connection connection, String user) throws SQLException {
    Query.of(
        connection,
        "select pg_advisory_xact_lock(hashtextextended('weir outbox ' || ?, 0))",
        row -> true,
        user);
  }

  private void finish(Connection connection, Intent intent) throws SQLException {
    changeOf(intent).ifPresent(wire::list);
    List<Item> labelled = intent.items().stream().filter(item -> item.say() != null).toList();
    Iterator<Long> times =
        wire.labels(labelled.stream().map(item -> label(intent, item)).toList()).iterator();
    for (Item item : intent.items()) {
      Decisions.insert(connection, intent, item, item.say() == null ? null : times.next());
    }
    Intents.done(connection, intent.id());
  }

  private static Wire.Label label(Intent intent, Item item) {
    Item.Said say = Objects.requireNonNull(item.say());
    return new Wire.Label(item.transaction(intent.userId()), say.fraud(), say.source());
  }

  /** How an intent changes the list of snoozes, if it does. */
  static Optional<Notice.ListChange> changeOf(Intent intent) {
    List<String> ids =
        intent.items().stream()
            .filter(Item::isSnooze)
            .map(item -> Snoozes.member(item.ruleId(), intent.userId()))
            .toList();
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    boolean ends = intent.kind() == Kind.UNDONE;
    List<Member> add =
        ends
            ? List.of()
            : ids.stream().map(id -> new Member(id, null, intent.note(), intent.until())).toList();
    return Optional.of(
        new Notice.ListChange(
            intent.who(),
            intent.note(),
            /* from= */ null,
            Snoozes.LIST,
            /* clear= */ false,
            add,
            ends ? ids : List.of()));
  }

  @Override
  public void close() {
    worker.close();
  }
}
