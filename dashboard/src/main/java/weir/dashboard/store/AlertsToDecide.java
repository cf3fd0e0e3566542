package weir.dashboard.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weir.dashboard.live.Feed;
import weir.dashboard.live.Found;
import weir.model.Alert;

/** What somebody decides about: alerts as whoever has seen most of them knows them. */
public final class AlertsToDecide {
  /** Of one user, so many can be decided at once. */
  public static final int MOST = 500;

  private final Optional<Database> database;
  private final Feed feed;

  public AlertsToDecide(Optional<Database> database, Feed feed) {
    this.database = database;
    this.feed = feed;
  }

  /** The alert of this id, whatever became of it. */
  public Optional<Found> byId(String id) throws SQLException {
    Optional<Found> known = feed.find(id);
    Optional<Found> stored =
        database.isEmpty()
            ? Optional.empty()
            : database.get().ask(connection -> StoredAlerts.byId(connection, id));
    return known.isPresent() && stored.isPresent()
        ? Optional.of(Lookups.wiser(known.get(), stored.get()))
        : known.or(() -> stored);
  }

  /** Those of a user that stand and flag something, the newest first. */
  public List<Found> standing(String user) throws SQLException {
    List<Found> standing = new ArrayList<>(ofUser(user, MOST));
    standing.removeIf(found -> !found.counts());
    return standing.subList(0, Math.min(MOST, standing.size()));
  }

  /** The newest of a user whatever became of them, the newest first; a few more may be there. */
  public List<Found> ofUser(String user, int most) throws SQLException {
    return merged(
        user,
        database.isEmpty()
            ? List.of()
            : database.get().ask(connection -> StoredAlerts.ofUser(connection, user, most)));
  }

  /** Those of a user about something at these times, whatever became of them. */
  public List<Found> at(String user, Set<Long> eventTimes, int most) throws SQLException {
    List<Found> all =
        new ArrayList<>(
            merged(
                user,
                database.isEmpty()
                    ? List.of()
                    : database
                        .get()
                        .ask(connection -> StoredAlerts.at(connection, user, eventTimes, most))));
    all.removeIf(found -> !eventTimes.contains(found.alert().eventTime()));
    return all;
  }

  private List<Found> merged(String user, List<Found> stored) {
    Map<String, Found> all = new HashMap<>();
    stored.forEach(found -> all.put(found.alert().id(), found));
    for (Found found : feed.newest(Feed.MOST)) {
      if (found.alert().userId().equals(user)) {
        all.merge(found.alert().id(), found, Lookups::wiser);
      }
    }
    List<Found> sorted = new ArrayList<>(all.values());
    sorted.sort((a, b) -> Long.compare(b.detectedAt(), a.detectedAt()));
    return sorted;
  }

  /** The payment that an alert is about; nothing if it is about none, or if it is not known. */
  public Optional<JudgedPayment> payment(Alert alert) throws SQLException {
    String id = alert.transactionId();
    return id == null ? Optional.empty() : payment(alert.userId(), alert.eventTime(), id);
  }

  /** The payment of this user, time and id. */
  public Optional<JudgedPayment> payment(String user, long time, String id) throws SQLException {
    return database.isEmpty()
        ? Optional.empty()
        : database.get().ask(connection -> JudgedPayment.find(connection, user, time, id));
  }
}
