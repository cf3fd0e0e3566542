package weir.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.local.LocalKafka;
import weir.local.LocalPostgres;
import weir.local.Topics;
import weir.model.Alert;
import weir.model.AlertJson;
import weir.model.Transaction;

/** A real Kafka, a real PostgreSQL with Weir's tables, and a page over both. */
final class Stage implements AutoCloseable {
  private static final String READER = "reader";

  final LocalKafka kafka = LocalKafka.start();
  final LocalPostgres postgres = LocalPostgres.start();
  private final KafkaProducer<byte[], byte[]> producer;
  private final HttpClient http = HttpClient.newHttpClient();
  private Dashboard dashboard;
  private final int port;

  Stage() throws IOException, SQLException {
    Topics.usual(2, true).create(kafka.bootstrapServers());
    tables();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    dashboard = Dashboard.start(settings(0));
    port = URI.create(dashboard.address()).getPort();
  }

  private void tables() throws IOException, SQLException {
    for (String script : List.of("V1__answers.sql", "V2__roles.sql")) {
      try (InputStream in = Stage.class.getResourceAsStream("/weir/io/postgres/" + script)) {
        sql(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    sql("create role " + READER + " login in role weir_reader");
  }

  private Settings settings(int onPort) {
    return Settings.of(
        List.of(
            "--port=" + onPort,
            "--bootstrapServers=" + kafka.bootstrapServers(),
            "--jdbcUrl=" + postgres.jdbcUrl(),
            "--jdbcUser=" + READER));
  }

  void sql(String statement) throws SQLException {
    try (Connection connection = connect();
        Statement each = connection.createStatement()) {
      each.execute(statement);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "");
  }

  String address() {
    return dashboard.address();
  }

  void stopServer() {
    dashboard.close();
  }

  void startServer() {
    dashboard = Dashboard.start(settings(port));
  }

  /** Returns when Kafka has it. */
  void toKafka(Alert alert) {
    toKafka("fraud-alerts", alert.id(), AlertJson.write(alert));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The flush waits for it.
  void toKafka(String topic, String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
    producer.flush();
  }

  void toPostgres(Transaction transaction, boolean flagged) throws SQLException {
    try (Connection connection = connect();
        var insert =
            connection.prepareStatement(
                "insert into transactions values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null,"
                    + " '{}', 1)")) {
      List<Object> values = new ArrayList<>();
      values.add(transaction.userId());
      values.add(new Timestamp(transaction.time()));
      values.add(transaction.id());
      values.add(transaction.amountMinor() / 100.0);
      values.add(transaction.currency());
      int column = 1;
      for (Object value : values) {
        insert.setObject(column++, value);
      }
      insert.setString(column++, transaction.merchantId());
      insert.setString(column++, transaction.category());
      insert.setString(column++, transaction.paymentMethod());
      insert.setString(column++, transaction.city());
      insert.setString(column++, transaction.country());
      insert.setObject(column++, transaction.latitude());
      insert.setObject(column++, transaction.longitude());
      insert.setString(column++, transaction.deviceId());
      insert.setBoolean(column, flagged);
      insert.executeUpdate();
    }
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address()).resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<InputStream> stream(String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address()).resolve("/api/events"))
            .header("Accept", "text/event-stream");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  @Override
  public void close() {
    producer.close();
    dashboard.close();
    postgres.close();
    kafka.close();
  }
}
