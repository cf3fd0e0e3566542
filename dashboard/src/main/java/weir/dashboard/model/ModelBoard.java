package weir.dashboard.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.live.Live;
import weir.dashboard.store.Database;
import weir.dashboard.store.Trouble;
import weir.learn.Drift;

/**
 * What the models in force say now, beside their training. However many pages ask, the database is
 * asked by one at a time, and every few seconds at most.
 */
public final class ModelBoard {
  private static final Logger LOG = LoggerFactory.getLogger(ModelBoard.class);
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final String NO_SUCH_COLUMN = "42703";

  private final Optional<Database> database;
  private final Optional<ControlTopicModels> topic;
  private final Map<Stretch, Kept> kept = new EnumMap<>(Stretch.class);

  private record Kept(ModelAnswer answer, long nanos) {}

  /** What was seen of the models, or why nothing was. */
  private record Found(
      List<Seen> seen, List<RaisedAlerts> alerts, double part, @Nullable String trouble) {}

  /**
   * @param client what any Kafka client needs, and the name of the control topic; none without
   *     Kafka
   */
  public ModelBoard(Optional<Database> database, Optional<TopicSettings> client, Live live) {
    this.database = database;
    this.topic =
        client.map(
            given -> new ControlTopicModels(given.client(), given.topic(), live.kafka()::isUp));
  }

  /** The control topic, and what any Kafka client needs. */
  public record TopicSettings(Map<String, Object> client, String topic) {
    public TopicSettings {
      client = Map.copyOf(client);
    }

    /** Client properties may hold passwords. */
    @Override
    public String toString() {
      return "TopicSettings[" + topic + "]";
    }
  }

  /** The models in force, as they were in this stretch until now. */
  public synchronized ModelAnswer of(Stretch stretch) {
    Kept last = kept.get(stretch);
    if (last != null && System.nanoTime() - last.nanos() < FRESH_NANOS) {
      return last.answer();
    }
    ModelAnswer answer = ask(stretch, System.currentTimeMillis());
    kept.put(stretch, new Kept(answer, System.nanoTime()));
    return answer;
  }

  private ModelAnswer ask(Stretch stretch, long now) {
    if (topic.isEmpty()) {
      return answer(
          ModelAnswer.State.OFF,
          "This page was started without Kafka, where models are announced: give it"
              + " --bootstrapServers=HOST:PORT.",
          stretch,
          now,
          0,
          List.of());
    }
    Optional<Standing> read = topic.get().read();
    if (read.isEmpty()) {
      return answer(
          ModelAnswer.State.AWAY,
          "Kafka does not answer, and models are announced there. This page asks again.",
          stretch,
          now,
          0,
          List.of());
    }
    Standing standing = read.get();
    if (standing.models().isEmpty()) {
      return answer(ModelAnswer.State.NONE, "", stretch, now, standing.announced(), List.of());
    }
    Found found = look(standing, stretch, now);
    List<ModelAnswer.Report> reports = new ArrayList<>();
    for (int i = 0; i < standing.models().size(); i++) {
      reports.add(
          Reports.of(
              standing.models().get(i),
              found.seen().get(i),
              found.trouble() == null ? found.alerts().get(i) : new RaisedAlerts(),
              found.trouble() == null ? (Double) found.part() : null));
    }
    String why = found.trouble() == null ? "" : found.trouble();
    return answer(ModelAnswer.State.MODELS, why, stretch, now, standing.announced(), reports);
  }

  private static ModelAnswer answer(
      ModelAnswer.State state,
      String why,
      Stretch stretch,
      long now,
      int announced,
      List<ModelAnswer.Report> reports) {
    return new ModelAnswer(
        state,
        why,
        stretch.code(),
        stretch.beginsBefore(now),
        now,
        announced,
        Drift.SAME,
        Drift.ANOTHER,
        reports);
  }

  private Found look(Standing standing, Stretch stretch, long now) {
    if (database.isEmpty()) {
      return nothing(
          standing,
          "Scores come from PostgreSQL, which this page does not have: start the job and the page"
              + " with --jdbcUrl.");
    }
    try {
      return database.get().ask(connection -> look(connection, standing, stretch, now));
    } catch (SQLException failed) {
      LOG.debug("no scores", failed);
      return nothing(
          standing,
          NO_SUCH_COLUMN.equals(failed.getSQLState())
              ? "PostgreSQL has no scores yet: its tables are of an older version, and the job"
                  + " brings them up to date when it starts."
              : "PostgreSQL " + Trouble.of(failed) + ".");
    }
  }

  private static Found nothing(Standing standing, String trouble) {
    return new Found(seen(standing), List.of(), /* part= */ 0, trouble);
  }

  private static List<Seen> seen(Standing standing) {
    return standing.models().stream().map(each -> new Seen(standing, each)).toList();
  }

  private static Found look(Connection connection, Standing standing, Stretch stretch, long now)
      throws SQLException {
    List<Seen> seen = seen(standing);
    double part =
        new Payments(connection, stretch, now)
            .read(payment -> seen.forEach(each -> each.count(payment)));
    List<RaisedAlerts> alerts = new ArrayList<>();
    for (Standing.InForce each : standing.models()) {
      alerts.add(RaisedAlerts.of(connection, each, stretch.beginsBefore(now)));
    }
    return new Found(seen, alerts, part, /* trouble= */ null);
  }
}
