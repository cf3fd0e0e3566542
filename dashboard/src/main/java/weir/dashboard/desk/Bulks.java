package weir.dashboard.desk;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Audit;
import weir.dashboard.access.Visitor;
import weir.dashboard.desk.WrongWishException.Fault;
import weir.dashboard.evidence.Evidence;
import weir.dashboard.live.Found;
import weir.dashboard.store.Database;
import weir.dashboard.store.OpenCases;

/**
 * Decisions about many cases at once. All that is wanted is kept in one transaction, each case as
 * an intent of its own, and the outbox finishes these one by one: a crash loses none of them.
 */
public final class Bulks {
  /** So many cases at once. */
  public static final int MOST = 200;

  private final Supplier<Database> desk;
  private final Supplier<Outbox> outbox;
  private final Items items;

  Bulks(Supplier<Database> desk, Supplier<Outbox> outbox, Items items) {
    this.desk = desk;
    this.outbox = outbox;
    this.items = items;
  }

  /** A case that was not decided, and why. */
  public record Left(String user, String why) {}

  /**
   * How far a bulk decision is.
   *
   * @param at when it was made, in epoch milliseconds
   * @param cases how many are decided by it, those that wait included
   * @param done how many of these are written
   * @param why what the others wait for; absent if none waits
   */
  public record Progress(
      String bulk,
      String kind,
      String who,
      long at,
      String note,
      int cases,
      int done,
      @Nullable String why,
      List<String> decided,
      List<Left> left) {}

  /** Keeps all that is wanted, or nothing; what is written follows. */
  public Progress decide(BulkWish wish, Visitor visitor, Desk.Before before) throws SQLException {
    Outbox open = outbox.get();
    Database database = desk.get();
    if (database.ask(connection -> BulkRows.find(connection, wish.id())).isEmpty()) {
      List<Ready> cases = new ArrayList<>();
      for (Wish each : database.ask(connection -> wishes(connection, wish))) {
        cases.add(ready(database, each, visitor));
      }
      if (database.inOne(connection -> keep(connection, wish, cases, visitor, before))) {
        open.wake();
      }
    }
    return progress(wish.id());
  }

  /**
   * A case that is ready to be decided.
   *
   * @param evidence what stands about it; absent if it cannot be decided
   * @param why it cannot be
   */
  private record Ready(String user, Wish about, @Nullable Evidence evidence, String why) {}

  private Ready ready(Database database, Wish wish, Visitor visitor) throws SQLException {
    String user = Objects.requireNonNull(wish.user());
    Wish about =
        wish.undo() == null
            ? wish
            : new Wish(wish.id(), null, null, wish.undo(), null, wish.note(), null, null, null);
    try {
      Intent intent = database.ask(connection -> items.intent(connection, about, visitor));
      List<Found> alerts = items.alerts(intent);
      Evidence evidence = database.ask(connection -> Evidence.of(connection, user, alerts));
      return new Ready(user, about, evidence, "");
    } catch (WrongWishException wrong) {
      return new Ready(user, about, null, String.valueOf(wrong.getMessage()));
    }
  }

  private boolean keep(
      Connection connection, BulkWish wish, List<Ready> cases, Visitor visitor, Desk.Before before)
      throws SQLException {
    if (!BulkRows.insert(connection, wish, visitor.name())) {
      return false;
    }
    int kept = 0;
    for (Ready each : cases) {
      String why = why(connection, each, visitor, before);
      BulkRows.insert(
          connection, wish.id(), each.user(), why.isEmpty() ? each.about().id() : null, why);
      kept += why.isEmpty() ? 1 : 0;
    }
    Kind kind = wish.kind();
    Audit.write(
        connection,
        visitor,
        "decided in bulk",
        wish.id().toString(),
        (kind == null ? Kind.UNDONE : kind).code()
            + ", "
            + kept
            + " of "
            + cases.size()
            + " cases"
            + (wish.note().isEmpty() ? "" : ": " + wish.note()));
    return true;
  }

  /** Keeps what is wanted about one user; says why if that cannot be, and nothing otherwise. */
  private String why(Connection connection, Ready ready, Visitor visitor, Desk.Before before)
      throws SQLException {
    Evidence evidence = ready.evidence();
    if (evidence == null) {
      return ready.why();
    }
    try {
      Desk.lock(connection, ready.user());
      before.check(connection, ready.user());
      for (Intent each : Intents.waiting(connection, ready.user())) {
        return each.who() + " decides about it now: " + each.kind().code();
      }
      // Somebody else may have decided since it was looked at.
      Desk.insert(connection, items.intent(connection, ready.about(), visitor), evidence, visitor);
      return "";
    } catch (WrongWishException wrong) {
      return String.valueOf(wrong.getMessage());
    }
  }

  private static List<Wish> wishes(Connection connection, BulkWish wish) throws SQLException {
    UUID undo = wish.undo();
    return undo == null ? wishes(wish) : undoing(connection, wish, undo);
  }

  /** In the order of the users: two at once then never wait for each other. */
  private static List<Wish> wishes(BulkWish wish) {
    return wish.cases().stream()
        .sorted(Comparator.comparing(OpenCases.Wanted::user))
        .map(
            each ->
                new Wish(
                    idOf(wish.id(), each.user()),
                    null,
                    each.user(),
                    null,
                    wish.kind(),
                    wish.note(),
                    null,
                    null,
                    each.seenUntil()))
        .toList();
  }

  private static List<Wish> undoing(Connection connection, BulkWish wish, UUID undo)
      throws SQLException {
    BulkRows.Bulk bulk =
        BulkRows.find(connection, undo)
            .orElseThrow(
                () -> new WrongWishException(Fault.MISSING, "There is no such bulk decision"));
    if (bulk.kind().equals(Kind.UNDONE.code())) {
      throw new WrongWishException(
          Fault.SENSE, "What was taken back is decided anew, and not taken back again");
    }
    return BulkRows.cases(connection, undo).stream()
        .filter(each -> each.intent() != null)
        .sorted(Comparator.comparing(BulkRows.Case::user))
        .map(
            each ->
                new Wish(
                    idOf(wish.id(), each.user()),
                    null,
                    each.user(),
                    each.intent(),
                    null,
                    wish.note(),
                    null,
                    null,
                    null))
        .toList();
  }

  private static UUID idOf(UUID bulk, String user) {
    return UUID.nameUUIDFromBytes((bulk + " " + user).getBytes(StandardCharsets.UTF_8));
  }

  /** How far it is. */
  public Progress progress(UUID id) throws SQLException {
    Database open = desk.get();
    BulkRows.Bulk bulk =
        open.ask(connection -> BulkRows.find(connection, id))
            .orElseThrow(
                () -> new WrongWishException(Fault.MISSING, "There is no such bulk decision"));
    List<BulkRows.Case> cases = open.ask(connection -> BulkRows.cases(connection, id));
    List<BulkRows.Case> kept = cases.stream().filter(each -> each.intent() != null).toList();
    int done = (int) kept.stream().filter(BulkRows.Case::done).count();
    return new Progress(
        bulk.id().toString(),
        bulk.kind(),
        bulk.who(),
        bulk.at(),
        bulk.note(),
        kept.size(),
        done,
        done == kept.size()
            ? null
            : Objects.requireNonNullElse(outbox.get().trouble(), "it takes its time"),
        kept.stream().filter(BulkRows.Case::done).map(BulkRows.Case::user).toList(),
        cases.stream()
            .filter(each -> each.intent() == null)
            .map(each -> new Left(each.user(), each.why()))
            .toList());
  }
}
