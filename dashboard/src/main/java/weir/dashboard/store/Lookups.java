package weir.dashboard.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.dashboard.live.Feed;
import weir.dashboard.live.Found;
import weir.model.Alert;

/** What a click asks for: from the database, or from the feed if there is none. */
public final class Lookups {
  private static final int MOST_ALERTS = 200;

  /** So many where the alerts of a case belong to the answer. */
  private static final int MOST_IN_CASES = 1000;

  private static final int MOST_PAYMENTS = 500;
  private static final int TIMELINE = 80;
  private static final int MOST_RECORDS = 50;

  /**
   * How much of the user's life is shown beside a window, as a part of it; and how much at least.
   */
  private static final int MARGIN_PART = 4;

  private static final long MARGIN_MILLIS = 10 * 60_000L;

  private final Optional<Database> database;
  private final Feed feed;

  public Lookups(Optional<Database> database, Feed feed) {
    this.database = database;
    this.feed = feed;
  }

  /** An alert and what its user did around it; without a database there is no such timeline. */
  public record AlertDetail(
      Found.Message found, @Nullable String engine, @Nullable List<JudgedPayment> timeline) {}

  /** A user's newest transactions and alerts, the newest first. */
  public record UserDetail(
      String user, @Nullable List<JudgedPayment> payments, List<Found.Message> alerts) {}

  /** The first that pass, in this order. */
  public List<Found.Message> search(AlertFilter filter, Order order) throws SQLException {
    if (database.isEmpty()) {
      return messages(merged(filter, order, List.of()));
    }
    return messages(database.get().ask(connection -> found(connection, filter, order)));
  }

  /** What the same alerts rest on; without a database it is not known. */
  public List<Grounds.Ground> grounds(AlertFilter filter, Order order) throws SQLException {
    if (database.isEmpty()) {
      return List.of();
    }
    return database
        .get()
        .ask(connection -> Grounds.of(connection, found(connection, filter, order)));
  }

  private List<Found> found(Connection connection, AlertFilter filter, Order order)
      throws SQLException {
    List<Found> first = StoredAlerts.search(connection, filter, order, MOST_ALERTS);
    return merged(filter, order, order == Order.RISK ? whole(connection, filter, first) : first);
  }

  /** With the other alerts of the same users: the page makes cases of them, which must be whole. */
  private static List<Found> whole(Connection connection, AlertFilter filter, List<Found> first)
      throws SQLException {
    List<String> users = first.stream().map(found -> found.alert().userId()).distinct().toList();
    List<Found> all = new ArrayList<>(first);
    StoredAlerts.ofUsers(connection, users, MOST_IN_CASES).stream()
        .filter(filter::passes)
        .forEach(all::add);
    return all;
  }

  private List<Found> merged(AlertFilter filter, Order order, List<Found> stored) {
    Map<String, Found> merged = new HashMap<>();
    stored.forEach(found -> merged.put(found.alert().id(), found));
    // The feed may know more than the database, but not less well.
    for (Found found : feed.newest(Feed.MOST)) {
      if (filter.passes(found)) {
        merged.merge(found.alert().id(), found, Lookups::wiser);
      }
    }
    return merged.values().stream()
        .sorted(order.comparator())
        .limit(order == Order.RISK ? MOST_IN_CASES : MOST_ALERTS)
        .toList();
  }

  private static List<Found.Message> messages(List<Found> found) {
    return found.stream().map(Found::message).toList();
  }

  static Found wiser(Found one, Found other) {
    return other.alert().seen() > one.alert().seen() ? other : one;
  }

  public Optional<AlertDetail> alert(String id) throws SQLException {
    Optional<Found> known = feed.find(id);
    if (database.isEmpty()) {
      return known.map(found -> new AlertDetail(found.message(), null, null));
    }
    return database
        .get()
        .ask(
            connection -> {
              Optional<Found> stored = StoredAlerts.byId(connection, id);
              Optional<Found> best =
                  stored.isPresent() && known.isPresent()
                      ? Optional.of(wiser(known.get(), stored.get()))
                      : known.or(() -> stored);
              if (best.isEmpty()) {
                return Optional.empty();
              }
              Found found = best.get();
              long start = found.alert().windowStart();
              long end = found.alert().windowEnd();
              long margin = Math.max(MARGIN_MILLIS, (end - start) / MARGIN_PART);
              List<JudgedPayment> timeline =
                  JudgedPayment.around(
                      connection, found.alert(), start - margin, end + margin, TIMELINE);
              String engine = StoredAlerts.engine(connection, id);
              return Optional.of(new AlertDetail(found.message(), engine, timeline));
            });
  }

  /** The same alert as the feed knows it by now. */
  public Found newest(Found found) {
    return feed.find(found.alert().id()).map(known -> wiser(found, known)).orElse(found);
  }

  /** The payment that an alert is about, if there is one and the database has it. */
  public Optional<JudgedPayment> payment(Alert alert) throws SQLException {
    String id = alert.transactionId();
    return database.isEmpty() || id == null
        ? Optional.empty()
        : database
            .get()
            .ask(
                connection ->
                    JudgedPayment.find(connection, alert.userId(), alert.eventTime(), id));
  }

  /** The newest records that were not judged for this reason; without a database none is known. */
  public List<DeadRecord> deadRecords(String reason) throws SQLException {
    return database.isEmpty()
        ? List.of()
        : database.get().ask(connection -> DeadRecord.newest(connection, reason, MOST_RECORDS));
  }

  public UserDetail user(String user) throws SQLException {
    AlertFilter ofUser = AlertFilter.ofUser(user);
    if (database.isEmpty()) {
      return new UserDetail(user, null, search(ofUser, Order.NEWEST));
    }
    return database
        .get()
        .ask(
            connection ->
                new UserDetail(
                    user,
                    JudgedPayment.newest(connection, user, MOST_PAYMENTS),
                    messages(
                        merged(
                            ofUser,
                            Order.NEWEST,
                            StoredAlerts.ofUser(connection, user, MOST_ALERTS)))));
  }
}
