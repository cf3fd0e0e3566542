package weir.dashboard;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import weir.dashboard.access.Accounts;
import weir.dashboard.access.DeskSchema;
import weir.dashboard.access.Passwords;
import weir.dashboard.access.Role;
import weir.dashboard.store.DatabaseSettings;

/** A real Kafka, a real PostgreSQL with accounts, and a page over both. */
final class DeskStage implements AutoCloseable {
  static final String PASSWORD = "a long enough one";
  private static final String KEPT = Passwords.hash(PASSWORD);

  final KafkaStage kafka = new KafkaStage();
  final PostgresStage postgres = new PostgresStage();
  private Dashboard dashboard;
  private final int port;
  private int made;

  /** All is up when it returns. */
  DeskStage() throws Exception {
    DeskSchema.migrate(new DatabaseSettings(postgres.jdbcUrl(), postgres.owner(), ""));
    postgres.grantDesk();
    account("first", Role.ADMIN);
    dashboard = Dashboard.start(settings(0));
    port = URI.create(dashboard.address()).getPort();
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
    try (Connection connection = postgres.connect(postgres.owner())) {
      Accounts.add(connection, name, role, KEPT);
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

  @Override
  public void close() {
    dashboard.close();
    postgres.close();
    kafka.close();
  }
}
