package weir.dashboard.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import weir.dashboard.live.Found;

/** Looks up what the newest alerts rest on, and again when more of it may be known. */
final class NewGrounds {
  /** Of an alert that is older, payments that are missing are not asked for again. */
  private static final long PATIENCE_MILLIS = 60_000;

  /** An alert as it was judged: with more seen it may rest on other payments. */
  private record Judged(String alertId, long seen) {
    static Judged of(Found found) {
      return new Judged(found.alert().id(), found.alert().seen());
    }
  }

  /** Of how many payments of an alert it was told what they are. */
  private final Map<Judged, Integer> told = new HashMap<>();

  /** What was not told before. */
  List<Grounds.Ground> of(Connection connection, List<Found> newest) throws SQLException {
    Map<String, Found> byId = new LinkedHashMap<>();
    newest.forEach(found -> byId.put(found.alert().id(), found));
    told.keySet().retainAll(newest.stream().map(Judged::of).toList());
    long old = System.currentTimeMillis() - PATIENCE_MILLIS;
    List<Found> wanted = newest.stream().filter(found -> mayHaveMore(found, old)).toList();
    List<Grounds.Ground> more = new ArrayList<>();
    if (wanted.isEmpty()) {
      return more;
    }
    for (Grounds.Ground ground : Grounds.of(connection, wanted)) {
      Found found = Objects.requireNonNull(byId.get(ground.alertId()));
      int now = ground.payments().size();
      Integer before = told.put(Judged.of(found), now);
      if (before == null || now > before) {
        more.add(ground);
      }
    }
    wanted.forEach(found -> told.putIfAbsent(Judged.of(found), 0));
    return more;
  }

  private boolean mayHaveMore(Found found, long old) {
    Integer known = told.get(Judged.of(found));
    return known == null || (known < found.alert().evidence().size() && found.detectedAt() >= old);
  }
}
