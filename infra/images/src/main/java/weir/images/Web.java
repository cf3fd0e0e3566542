package weir.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What the published ports of the page and of Prometheus tell. */
final class Web {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SHORT = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(SHORT).build();

  /** The page's words on an alert; nothing if it has none. */
  String alert(String id) throws InterruptedException {
    return get("http://127.0.0.1:8080/api/alert?id=" + encoded(id));
  }

  /** Whether all of a job's targets answer, of which there is at least one. */
  boolean isUp(String job) throws IOException, InterruptedException {
    List<String> health =
        Yaml.stream(prometheus("targets").at("/data/activeTargets"))
            .filter(target -> target.at("/labels/job").asText().equals(job))
            .map(target -> target.path("health").asText())
            .toList();
    return !health.isEmpty() && health.stream().allMatch("up"::equals);
  }

  /** How many series have names of Weir; nothing if there are none. */
  String metricsOfWeir() throws IOException, InterruptedException {
    return prometheus("query?query=" + encoded("count({__name__=~\"weir_.+\"})"))
        .at("/data/result/0/value/1")
        .asText();
  }

  private JsonNode prometheus(String question) throws IOException, InterruptedException {
    String answer = get("http://127.0.0.1:9090/api/v1/" + question);
    return JSON.readTree(answer.isEmpty() ? "{}" : answer);
  }

  private String get(String address) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(address)).timeout(SHORT).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? answer.body() : "";
    } catch (IOException notThere) {
      return "";
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
