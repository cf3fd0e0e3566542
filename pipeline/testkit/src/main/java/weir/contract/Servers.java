package weir.contract;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import weir.local.LocalKafka;
import weir.local.LocalPostgres;
import weir.local.Topics;

/** The real servers that a contract needs. */
public final class Servers implements AutoCloseable {
  public static final int PARTITIONS = 4;

  private final LocalKafka kafka;
  private final LocalPostgres postgres;
  private int runs;

  private Servers(LocalKafka kafka, LocalPostgres postgres) {
    this.kafka = kafka;
    this.postgres = postgres;
  }

  public static Servers start() {
    return new Servers(LocalKafka.start(), LocalPostgres.start());
  }

  public JobPlaces newPlaces() throws Exception {
    String run = "-" + ++runs;
    Topics topics =
        new Topics("transactions" + run, "alerts" + run, "dead" + run, PARTITIONS, false);
    topics.create(client());
    JobPlaces places = new JobPlaces(topics, "legitimate" + run, "suspicious" + run, "run" + runs);
    try (Admin admin = Admin.create(client())) {
      admin
          .createTopics(
              places.branches().stream()
                  .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()))
                  .toList())
          .all()
          .get();
    }
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + places.database());
    }
    return places;
  }

  /** The control topic of a job that runs in these places. */
  public static String control(JobPlaces places) {
    return places.topics().transactions() + ".control";
  }

  /**
   * Creates the control topic for notices as old as the log. Otherwise the job itself creates it.
   */
  public void createControl(JobPlaces places) {
    places.topics().createControl(client());
  }

  /** Creates the topic of labels, which a job whose charter has some looks for. */
  public void createLabels(JobPlaces places) {
    places.topics().createLabels(client());
  }

  public List<String> options(JobPlaces places) {
    return List.of(
        "--bootstrapServers=" + kafka.bootstrapServers(),
        "--inputTopic=" + places.topics().transactions(),
        "--alertTopic=" + places.topics().alerts(),
        "--deadLetterTopic=" + places.topics().deadLetters(),
        "--consumerGroup=" + places.topics().transactions(),
        "--legitimateTopic=" + places.legitimate(),
        "--suspiciousTopic=" + places.suspicious(),
        "--jdbcUrl=" + url(places),
        "--jdbcUser=" + postgres.user());
  }

  public Map<String, Object> client() {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }

  PostgresAnswers stored(JobPlaces places) throws SQLException {
    return new PostgresAnswers(url(places), postgres.user());
  }

  private String url(JobPlaces places) {
    return postgres.jdbcUrl().replaceFirst("/[^/]*$", "/" + places.database());
  }

  /** Stops the database for a while. */
  public void withoutDatabase(Duration time) throws InterruptedException {
    postgres.stop();
    Thread.sleep(time.toMillis());
    postgres.restart();
  }

  @Override
  public void close() {
    postgres.close();
    kafka.close();
  }
}
