package weir.dashboard;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import weir.book.RuleBookReader;
import weir.control.ControlTopic;
import weir.dashboard.access.Accounts;
import weir.dashboard.access.ApiTokens;
import weir.dashboard.access.DeskSchema;
import weir.dashboard.access.Role;
import weir.dashboard.store.DatabaseSettings;
import weir.local.Topics;
import weir.model.Alert;
import weir.notice.Notice;
import weir.topics.TopicReader;

/** A real Kafka, a real PostgreSQL with accounts, and a page over both. */
final class DeskStage implements AutoCloseable {
  static final String PASSWORD = "a long enough one";

  /** The same password by a hash that takes no time. */
  private static final String KEPT = CheapHash.of(PASSWORD);

  final KafkaStage kafka = new KafkaStage();
  final PostgresStage postgres = new PostgresStage();
  private Dashboard dashboard;
  private final int port;
  private final Person first;
  private int made;

  /** All is up when it returns. */
  DeskStage() throws Exception {
    DeskSchema.migrate(new DatabaseSettings(postgres.jdbcUrl(), postgres.owner(), ""));
    postgres.grantDesk();
    account("first", Role.ADMIN);
    Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
    Topics.usual(2, true).createLabels(client);
    ControlTopic control = new ControlTopic(client, "transactions.control");
    control.ensure(true);
    control.announce(new Notice.Book("test", "", null, RuleBookReader.defaultText()));
    dashboard = Dashboard.start(settings(0));
    port = URI.create(dashboard.address()).getPort();
    first = stranger();
    awaitUp();
  }

  private void awaitUp() throws Exception {
    Waiting.until(
        "both sources are up",
        () ->
            stranger().get("/healthz").body().split("\"UP\"").length == 3
                && stranger().get("/api/me").body().contains("\"accounts\":true"));
  }

  Settings settings(int onPort, String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.add("--port=" + onPort);
    options.add("--bootstrapServers=" + kafka.bootstrapServers());
    options.add("--jdbcUrl=" + postgres.jdbcUrl());
    options.add("--jdbcUser=" + PostgresStage.READER);
    return Settings.of(options);
  }

  String address() {
    return dashboard.address();
  }

  void stopServer() {
    dashboard.close();
  }

  void startServer() throws Exception {
    dashboard = Dashboard.start(settings(port));
    awaitUp();
  }

  Person stranger() {
    return new Person(address());
  }

  /** Makes an account with the password that all of them have here. */
  void account(String name, Role role) throws SQLException {
    account(name, role, KEPT);
  }

  /** Makes an account with a password that is kept like this. */
  void account(String name, Role role, String kept) throws SQLException {
    try (Connection connection = postgres.connect(postgres.owner())) {
      Accounts.add(connection, name, role, kept);
    }
  }

  /** Somebody new who has this role, and has signed in. */
  Person somebody(Role role) throws Exception {
    return somebody(role, role.code() + "-" + ++made);
  }

  Person somebody(Role role, String name) throws Exception {
    account(name, role);
    Person person = stranger();
    person.signIn(name, PASSWORD);
    return person;
  }

  /** A program with a token of this account, which exists already. */
  Person program(String name) throws SQLException {
    Person person = stranger();
    person.bearer = token(name).secret();
    return person;
  }

  /** A program of somebody new who has this role. */
  Person program(Role role) throws SQLException {
    String name = "program-" + role.code() + "-" + ++made;
    account(name, role);
    return program(name);
  }

  ApiTokens.Made token(String name) throws SQLException {
    try (Connection connection = postgres.connect(postgres.owner())) {
      return ApiTokens.add(
          connection,
          Accounts.find(connection, name).orElseThrow(),
          "for a test",
          Duration.ofDays(1));
    }
  }

  /** The labels on a payment, in the order of the log. */
  List<String> labels(String transactionId) {
    return records("transactions.labels").stream()
        .filter(each -> each.contains("\"transactionId\":\"" + transactionId + "\""))
        .toList();
  }

  List<String> records(String topic) {
    List<String> records = new ArrayList<>();
    try (TopicReader reader =
        new TopicReader(Map.of("bootstrap.servers", kafka.bootstrapServers()), topic)) {
      reader.seekToBeginning();
      reader.readToEnd(record -> records.add(new String(record.value(), StandardCharsets.UTF_8)));
    }
    return records;
  }

  /** Raises an alert about a payment of this user; the alert is called as the payment is. */
  Alert alert(String payment, String user) throws Exception {
    long now = System.currentTimeMillis();
    postgres.insert(Alerts.payment(payment, user, now, "Porto"), true);
    Alert alert = Alerts.withEvidence(payment, user, now, List.of(payment));
    postgres.insert(alert);
    kafka.send(alert);
    if (first.get("/api/me").body().contains("\"name\":null")) {
      first.signIn("first", PASSWORD);
    }
    Waiting.until("it is there", () -> first.get("/api/alert?id=" + payment).statusCode() == 200);
    return alert;
  }

  @Override
  public void close() {
    dashboard.close();
    postgres.close();
    kafka.close();
  }
}
