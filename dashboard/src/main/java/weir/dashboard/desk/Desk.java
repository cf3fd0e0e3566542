package weir.dashboard.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Audit;
import weir.dashboard.access.Visitor;
import weir.dashboard.desk.WrongWishException.Fault;
import weir.dashboard.evidence.Evidence;
import weir.dashboard.evidence.Frozen;
import weir.dashboard.live.Found;
import weir.dashboard.store.AlertsToDecide;
import weir.dashboard.store.Database;
import weir.dashboard.store.Query;
import weir.failure.UnavailableException;

/** Where people decide. What somebody wants is kept at once, and finished by the outbox. */
public final class Desk implements AutoCloseable {
  private static final int MOST = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Supplier<Optional<Database>> database;
  private final Optional<Wire> wire;
  private final Items items;
  private final Optional<Outbox> outbox;
  private final DecisionWatch watch;

  /**
   * A desk.
   *
   * @param database where decisions are kept, once there are accounts
   * @param wire where they are told; absent without Kafka, and then nothing can be decided
   * @param tell is told of decisions, whichever page they were made at
   */
  public Desk(
      Supplier<Optional<Database>> database,
      Optional<Wire> wire,
      AlertsToDecide alerts,
      Consumer<List<Decision>> tell) {
    this.database = database;
    this.wire = wire;
    items = new Items(alerts);
    watch = new DecisionWatch(database, tell);
    outbox = wire.map(open -> new Outbox(database, open, watch::look));
  }

  /**
   * What came of a wish.
   *
   * @param state done, or waiting: then it is finished as soon as that can be
   * @param why what it waits for
   * @param intent by which it can be taken back
   */
  public record Answer(
      String state, @Nullable String why, String intent, List<Decision> decisions) {}

  /** Looks, in the transaction that keeps a wish about a user, whether that may be. */
  public interface Before {
    void check(Connection connection, String user) throws SQLException;
  }

  /** Keeps a wish, and waits a moment until it is done. */
  public Answer decide(Wish wish, Visitor visitor, Before before) throws SQLException {
    Outbox open = outbox();
    Database desk = desk();
    if (desk.ask(connection -> Intents.isDone(connection, wish.id())).isEmpty()) {
      Intent intent = desk.ask(connection -> items.intent(connection, wish, visitor));
      Outbox.changeOf(intent).ifPresent(wire.orElseThrow()::check);
      List<Found> about = items.alerts(intent);
      Evidence seen = desk.ask(connection -> Evidence.of(connection, intent.userId(), about));
      desk.inOne(connection -> keep(connection, intent, seen, wish, visitor, before));
      open.hurry(intent.userId());
    }
    boolean done = open.isDone(wish.id(), PATIENCE) || isDone(desk, wish.id());
    List<Decision> decisions =
        done ? desk.ask(connection -> Decisions.of(connection, wish.id())) : List.of();
    String why = done ? null : Objects.requireNonNullElse(open.trouble(), "it takes its time");
    return new Answer(done ? "done" : "waiting", why, wish.id().toString(), decisions);
  }

  /** Decides about many cases at once, and tells how far that is. */
  public Bulks bulks() {
    return new Bulks(this::desk, this::outbox, items);
  }

  private Outbox outbox() {
    return outbox.orElseThrow(
        () ->
            new UnavailableException(
                "This page has no Kafka to tell decisions to: start it with --bootstrapServers"));
  }

  private static boolean isDone(Database desk, UUID id) throws SQLException {
    return desk.ask(connection -> Intents.isDone(connection, id)).orElse(false);
  }

  private static boolean keep(
      Connection connection,
      Intent intent,
      Evidence seen,
      Wish wish,
      Visitor visitor,
      Before before)
      throws SQLException {
    lock(connection, intent.userId());
    before.check(connection, intent.userId());
    if (wish.after() != null) {
      Conflicts.check(connection, intent, wish.after());
    }
    insert(connection, intent, seen, visitor);
    return true;
  }

  /** Of two who decide at once, the second sees what the first wants. */
  static void lock(Connection connection, String user) throws SQLException {
    Query.of(
        connection,
        "select pg_advisory_xact_lock(hashtextextended('weir intent ' || ?, 0))",
        row -> true,
        user);
  }

  static void insert(Connection connection, Intent intent, Evidence seen, Visitor visitor)
      throws SQLException {
    Intents.insert(connection, intent);
    Frozen.keep(connection, intent.id(), seen);
    Audit.write(
        connection,
        visitor,
        "decided",
        intent.userId(),
        intent.kind().code()
            + ", about "
            + intent.items().size()
            + (intent.note().isEmpty() ? "" : ": " + intent.note()));
  }

  /** What stands about everything, as far as pages care; nothing before there are accounts. */
  public List<Decision> standing() throws SQLException {
    Optional<Database> open = database.get();
    return open.isEmpty() ? List.of() : open.get().ask(Decisions::standing);
  }

  /** What was decided about a user, the newest first. */
  public List<Decision> ofUser(String user) throws SQLException {
    return ofUser(user, MOST);
  }

  /** So many of them at most. */
  public List<Decision> ofUser(String user, int most) throws SQLException {
    Optional<Database> open = database.get();
    return open.isEmpty()
        ? List.of()
        : open.get().ask(connection -> Decisions.ofUser(connection, user, most));
  }

  private Database desk() {
    return database
        .get()
        .orElseThrow(
            () ->
                new WrongWishException(Fault.CONFLICT, "Nobody decides before there are accounts"));
  }

  @Override
  public void close() {
    outbox.ifPresent(Outbox::close);
    watch.close();
    wire.ifPresent(Wire::close);
  }
}
