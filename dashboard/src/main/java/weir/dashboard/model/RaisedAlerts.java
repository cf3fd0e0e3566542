package weir.dashboard.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.dashboard.store.Query;
import weir.learn.ModelInput;
import weir.rules.ByModel;

/** The alerts of one model since a time, and which inputs they name. */
final class RaisedAlerts {
  private static final int MOST = 50_000;

  /** Of so many of the newest it is told which inputs they name. */
  private static final int LOOKED_THROUGH = 2000;

  private static final String OF_RULE =
      " from alerts where rule_id = ? and rule_version = ? and event_time >= ?";
  private static final String NEWEST = " order by event_time desc limit ";
  private static final String KINDS =
      "select severity, mode, status, count(*) from (select severity, mode, status"
          + OF_RULE
          + NEWEST
          + MOST
          + ") as newest group by 1, 2, 3 order by 1, 2, 3";
  private static final String THAT_SAY_WHY =
      "(select severity, feature_values as said"
          + OF_RULE
          + " and status = 'raised' and feature_values is not null"
          + NEWEST
          + LOOKED_THROUGH
          + ") as newest";
  private static final String LOOKED = "select count(*) from " + THAT_SAY_WHY;
  private static final String NAMED =
      "select severity, name, count(*) from "
          + THAT_SAY_WHY
          + ", jsonb_object_keys(said) as name where name = any(?) group by 1, 2 order by 1, 2";

  private final List<ModelAnswer.AlertCount> kinds = new ArrayList<>();
  private final Map<String, List<ModelAnswer.NamedCount>> named = new HashMap<>();
  private long looked;

  static RaisedAlerts of(Connection connection, Standing.InForce model, long since)
      throws SQLException {
    RaisedAlerts all = new RaisedAlerts();
    String[] inputs = model.model().inputs().stream().map(ModelInput::text).toArray(String[]::new);
    for (ByModel rule : model.rules()) {
      all.add(connection, rule, Query.time(since), inputs);
    }
    return all;
  }

  private void add(Connection connection, ByModel rule, Timestamp since, String[] inputs)
      throws SQLException {
    String id = rule.header().id();
    int version = rule.header().version();
    kinds.addAll(
        Query.of(
            connection,
            KINDS,
            row ->
                new ModelAnswer.AlertCount(
                    row.getString(1), row.getString(2), row.getString(3), row.getLong(4)),
            id,
            version,
            since));
    looked += Query.only(connection, LOOKED, row -> row.getLong(1), id, version, since);
    Query.of(
        connection,
        NAMED,
        row -> {
          named
              .computeIfAbsent(row.getString(2), name -> new ArrayList<>())
              .add(new ModelAnswer.NamedCount(row.getString(1), row.getLong(3)));
          return true;
        },
        id,
        version,
        since,
        connection.createArrayOf("text", inputs));
  }

  List<ModelAnswer.AlertCount> kinds() {
    return List.copyOf(kinds);
  }

  List<ModelAnswer.NamedCount> naming(String input) {
    return List.copyOf(named.getOrDefault(input, List.of()));
  }

  /** How many alerts were looked through. */
  long looked() {
    return looked;
  }
}
