package weir.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** A real Kafka, a real PostgreSQL, a page over both, and who asks it. */
final class Stage implements AutoCloseable {
  final KafkaStage kafka = new KafkaStage();
  final PostgresStage postgres = new PostgresStage();
  private final HttpClient http = HttpClient.newHttpClient();
  private Dashboard dashboard;
  private final int port;

  /** All is up when it returns. */
  Stage() throws Exception {
    dashboard = Dashboard.start(settings(0));
    port = URI.create(dashboard.address()).getPort();
    Waiting.until("both sources are up", () -> get("/healthz").body().split("\"UP\"").length == 3);
  }

  private Settings settings(int onPort) {
    return Settings.of(
        List.of(
            "--port=" + onPort,
            "--bootstrapServers=" + kafka.bootstrapServers(),
            "--jdbcUrl=" + postgres.jdbcUrl(),
            "--jdbcUser=" + PostgresStage.READER));
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

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address()).resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Listens to the server's events, as one who had this one last, or as a newcomer. */
  Events events(String... lastEventId) throws IOException, InterruptedException {
    return Events.of(address(), lastEventId);
  }

  @Override
  public void close() {
    dashboard.close();
    postgres.close();
    kafka.close();
  }
}
