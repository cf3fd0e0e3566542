package weir.bench.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import weir.contract.JobPlaces;
import weir.contract.PostgresAnswers;
import weir.local.BrokerProcess;
import weir.local.LocalPostgres;
import weir.local.Topics;

/** The servers around a job, which can be killed too, and the places it writes to. */
final class Stage implements AutoCloseable {
  private final Path folder;
  private final BrokerProcess broker;
  private final LocalPostgres postgres;
  private final JobPlaces places;

  private Stage(Path folder, BrokerProcess broker, LocalPostgres postgres, boolean live) {
    this.folder = folder;
    this.broker = broker;
    this.postgres = postgres;
    Topics topics = new Topics("transactions", "alerts", "dead", ChaosLog.PARTITIONS, live);
    this.places = new JobPlaces(topics, "", "", "");
  }

  /** A stage for a log with log times of its own. */
  static Stage set(Path folder, String rules) throws IOException {
    return set(folder, rules, /* live= */ false);
  }

  /** A stage for a log whose log times are the broker's. */
  static Stage live(Path folder, String rules) throws IOException {
    return set(folder, rules, /* live= */ true);
  }

  private static Stage set(Path folder, String rules, boolean live) throws IOException {
    Files.writeString(folder.resolve("rules.yaml"), rules);
    Stage stage =
        new Stage(folder, BrokerProcess.start(folder, "512m"), LocalPostgres.start(), live);
    stage.places.topics().create(stage.client());
    return stage;
  }

  Map<String, Object> client() {
    return broker.client();
  }

  JobPlaces places() {
    return places;
  }

  String topic() {
    return places.topics().transactions();
  }

  /** The topic on which rules are announced. */
  String controlTopic() {
    return topic() + ".control";
  }

  Path lake() {
    return folder.resolve("lake");
  }

  PostgresAnswers stored() throws SQLException {
    return new PostgresAnswers(postgres.jdbcUrl(), postgres.user());
  }

  /** The options of the job, the same on every engine. */
  List<String> options() {
    return List.of(
        "--bootstrapServers=" + client().get("bootstrap.servers"),
        "--inputTopic=" + places.topics().transactions(),
        "--alertTopic=" + places.topics().alerts(),
        "--deadLetterTopic=" + places.topics().deadLetters(),
        "--rules=" + folder.resolve("rules.yaml"),
        "--jdbcUrl=" + postgres.jdbcUrl(),
        "--jdbcUser=" + postgres.user(),
        "--lake=" + lake(),
        "--lakeEvery=30 s");
  }

  /** Kills a server. */
  void takeAway(Fault fault) throws InterruptedException {
    if (fault == Fault.BROKER) {
      broker.kill();
    } else {
      postgres.kill();
    }
  }

  void bringBack(Fault fault) throws InterruptedException {
    if (fault == Fault.BROKER) {
      broker.restart();
    } else {
      postgres.restart();
    }
  }

  /** How many rows of the job's answers the database has. */
  long written() {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "");
        Statement question = connection.createStatement();
        ResultSet found =
            question.executeQuery(
                "select (select count(*) from transactions) + (select count(*) from alerts)"
                    + " + (select count(*) from dead_letters)")) {
      found.next();
      return found.getLong(1);
    } catch (SQLException awayOrWithoutTables) {
      return 0;
    }
  }

  /** Whether the database has an alert about a transaction of this time or a later one. */
  boolean hasAlertSince(long time) {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "");
        PreparedStatement question =
            connection.prepareStatement(
                "select 1 from alerts where transaction_id is not null and event_time >= ? limit 1")) {
      question.setTimestamp(1, new Timestamp(time));
      try (ResultSet found = question.executeQuery()) {
        return found.next();
      }
    } catch (SQLException awayOrWithoutTables) {
      return false;
    }
  }

  @Override
  public void close() {
    postgres.close();
    broker.close();
  }
}
