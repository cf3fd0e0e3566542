package weir.dashboard.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Visitor;
import weir.dashboard.desk.WrongWishException.Fault;
import weir.dashboard.live.Found;
import weir.dashboard.store.AlertsToDecide;
import weir.model.Alert;

/** Makes of a wish what it is about, with all that is known of it now. */
final class Items {
  /** In whose name the desk labels. */
  static final String ANALYST = "analyst";

  /** In whose name nothing is said any more. */
  static final String UNDO = "undo";

  private final AlertsToDecide alerts;

  Items(AlertsToDecide alerts) {
    this.alerts = alerts;
  }

  Intent intent(Connection connection, Wish wish, Visitor visitor) throws SQLException {
    UUID undo = wish.undo();
    if (undo != null) {
      return undoing(connection, wish, undo, visitor);
    }
    Kind kind = Objects.requireNonNull(wish.kind());
    List<Found> found = wish.alert() == null ? open(connection, wish) : List.of(one(wish.alert()));
    String user = found.get(0).alert().userId();
    Map<String, Item> bySubject = new LinkedHashMap<>();
    for (Found each : found) {
      Item item = kind == Kind.SNOOZED ? Item.snooze(each) : about(connection, each, kind);
      bySubject.putIfAbsent(item.subject(), item);
    }
    return new Intent(
        wish.id(),
        visitor.name(),
        visitor.from(),
        kind,
        user,
        wish.note(),
        wish.until(),
        /* undoes= */ null,
        List.copyOf(bySubject.values()));
  }

  /** All alerts that an intent is about, as they stand now: several can be about one payment. */
  List<Found> alerts(Intent intent) throws SQLException {
    Set<Long> times = new HashSet<>();
    Set<String> ids = new HashSet<>();
    Set<String> subjects = new HashSet<>();
    for (Item item : intent.items()) {
      times.add(item.eventTime());
      ids.add(item.alertId());
      subjects.add(item.subject());
    }
    return alerts.at(intent.userId(), times, AlertsToDecide.MOST).stream()
        .filter(
            found ->
                ids.contains(found.alert().id()) || subjects.contains(Item.subject(found.alert())))
        .toList();
  }

  private Found one(String alert) throws SQLException {
    return alerts
        .byId(alert)
        .orElseThrow(() -> new WrongWishException(Fault.MISSING, "There is no such alert"));
  }

  /** The alerts of a user that nobody has decided about. */
  private List<Found> open(Connection connection, Wish wish) throws SQLException {
    String user = Objects.requireNonNull(wish.user());
    long seenUntil = wish.seenUntil() == null ? Long.MAX_VALUE : wish.seenUntil();
    List<Found> all =
        alerts.standing(user).stream().filter(each -> each.detectedAt() <= seenUntil).toList();
    List<String> subjects =
        all.stream().map(each -> Item.subject(each.alert())).distinct().toList();
    Map<String, Decision> newest = Decisions.newestOf(connection, subjects);
    List<Found> open = new ArrayList<>();
    for (Found each : all) {
      Decision decision = newest.get(Item.subject(each.alert()));
      if (decision == null || decision.standing() == null) {
        open.add(each);
      }
    }
    if (open.isEmpty()) {
      throw new WrongWishException(Fault.CONFLICT, "There is no open alert of this user");
    }
    return open;
  }

  private Item about(Connection connection, Found found, Kind kind) throws SQLException {
    Alert alert = found.alert();
    return Item.about(
        found,
        alerts.payment(alert).map(Item.Payment::of).orElse(null),
        new Item.Said(kind == Kind.FRAUD, ANALYST),
        before(connection, alert));
  }

  /** What was said of a payment until now: by a decision, or by somebody else since. */
  private static Item.@Nullable Said before(Connection connection, Alert alert)
      throws SQLException {
    String transaction = alert.transactionId();
    if (transaction == null) {
      return null;
    }
    Optional<Decisions.Known> heard =
        Decisions.heard(connection, alert.userId(), alert.eventTime(), transaction);
    String subject = Item.subject(alert);
    Decision decision = Decisions.newestOf(connection, List.of(subject)).get(subject);
    boolean heardOfOthers = heard.filter(each -> !isOurs(each)).isPresent();
    if (heardOfOthers && (decision == null || heard.orElseThrow().logTime() > decision.at())) {
      return heard.orElseThrow().said();
    }
    String standing = decision == null ? null : decision.standing();
    return standing == null ? null : new Item.Said(standing.equals(Kind.FRAUD.code()), ANALYST);
  }

  private static boolean isOurs(Decisions.Known heard) {
    return heard.said().source().equals(ANALYST) || heard.said().source().equals(UNDO);
  }

  private Intent undoing(Connection connection, Wish wish, UUID undo, Visitor visitor)
      throws SQLException {
    List<Decisions.Undoable> all = Decisions.ofIntent(connection, undo);
    if (all.isEmpty()) {
      boolean waits = Intents.isDone(connection, undo).isPresent();
      throw waits
          ? new WrongWishException(
              Fault.CONFLICT, "This decision is not written yet: take it back once it is")
          : new WrongWishException(Fault.MISSING, "There is no such decision");
    }
    List<Item> items = new ArrayList<>();
    for (Decisions.Undoable each : all) {
      if (each.decision().kind().equals(Kind.UNDONE.code())) {
        throw new WrongWishException(
            Fault.SENSE, "What was taken back is decided anew, and not taken back again");
      }
      if (each.standing()) {
        items.add(undone(connection, each));
      }
    }
    if (items.isEmpty()) {
      throw new WrongWishException(
          Fault.CONFLICT, "A later decision stands: there is nothing to take back");
    }
    return new Intent(
        wish.id(),
        visitor.name(),
        visitor.from(),
        Kind.UNDONE,
        all.get(0).decision().user(),
        wish.note(),
        /* until= */ null,
        undo,
        items);
  }

  private Item undone(Connection connection, Decisions.Undoable undoable) throws SQLException {
    Decision decision = undoable.decision();
    // Only labels are taken back by labels.
    String labelled = undoable.labelTime() == null ? null : decision.transactionId();
    return new Item(
        decision.subject(),
        Objects.requireNonNull(decision.rule()),
        decision.alertId(),
        decision.transactionId(),
        decision.eventTime(),
        undoable.evidence(),
        labelled == null
            ? null
            : alerts
                .payment(decision.user(), decision.eventTime(), labelled)
                .map(Item.Payment::of)
                .orElse(null),
        labelled == null || othersSpokeSince(connection, undoable, labelled)
            ? null
            : Objects.requireNonNullElse(undoable.before(), new Item.Said(false, UNDO)),
        undoable.before(),
        undoable.earlier());
  }

  /** Then their word stands, and the desk has nothing to take back. */
  private static boolean othersSpokeSince(
      Connection connection, Decisions.Undoable undoable, String transaction) throws SQLException {
    Decision decision = undoable.decision();
    long ours = Objects.requireNonNull(undoable.labelTime());
    return Decisions.heard(connection, decision.user(), decision.eventTime(), transaction)
        .filter(heard -> !isOurs(heard) && heard.logTime() > ours)
        .isPresent();
  }
}
