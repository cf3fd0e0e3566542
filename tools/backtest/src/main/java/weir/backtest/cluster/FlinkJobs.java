package weir.backtest.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The jobs in a cluster of Flink, which go on when those who submitted them have ended. */
final class FlinkJobs {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final JsonMapper JSON = new JsonMapper();

  private FlinkJobs() {}

  /**
   * Cancels a job that has a name of its own. One that is not there has ended, or has not begun.
   *
   * @param master its host and port
   */
  static void cancel(String master, String name) throws InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      Optional<String> id =
          id(client.send(request(master, "/jobs/overview").build(), text()).body(), name);
      if (id.isPresent()) {
        HttpRequest cancel =
            request(master, "/jobs/" + id.get() + "?mode=cancel")
                .method("PATCH", HttpRequest.BodyPublishers.noBody())
                .build();
        client.send(cancel, text());
      }
    } catch (IOException gone) {
      // A cluster that does not answer has nothing to cancel that could be reached.
    }
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private static HttpRequest.Builder request(String master, String path) {
    return HttpRequest.newBuilder(URI.create("http://" + master + path)).timeout(PATIENCE);
  }

  /** The id of a job, as the list of all jobs has it. */
  static Optional<String> id(String overview, String name) throws IOException {
    for (JsonNode each : JSON.readTree(overview).path("jobs")) {
      if (each.path("name").asText().equals(name)) {
        return Optional.of(each.path("jid").asText());
      }
    }
    return Optional.empty();
  }
}
