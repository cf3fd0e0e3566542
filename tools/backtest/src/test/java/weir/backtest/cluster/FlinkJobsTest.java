package weir.backtest.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a cluster of Flink is asked where a job is to end. */
class FlinkJobsTest {
  private static final String OVERVIEW =
      "{\"jobs\":[{\"jid\":\"a1\",\"name\":\"other\",\"tasks\":{\"total\":1}},"
          + "{\"name\":\"ours\",\"jid\":\"b2\",\"state\":\"RUNNING\",\"tasks\":{\"total\":2}}]}";

  @Test
  void theJobOfThatNameIsCancelled() throws IOException, InterruptedException {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer master =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    master.createContext(
        "/",
        call -> {
          asked.add(call.getRequestMethod() + " " + call.getRequestURI());
          byte[] body = OVERVIEW.getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(200, body.length);
          call.getResponseBody().write(body);
          call.close();
        });
    master.start();
    try {
      String place = "127.0.0.1:" + master.getAddress().getPort();
      FlinkJobs.cancel(place, "ours");
      assertThat(asked).containsExactly("GET /jobs/overview", "PATCH /jobs/b2?mode=cancel");
      asked.clear();
      FlinkJobs.cancel(place, "our");
      assertThat(asked).containsExactly("GET /jobs/overview");
    } finally {
      master.stop(0);
    }
  }

  @Test
  void whereNobodyAnswersNothingIsToCancel() {
    assertThatCode(() -> FlinkJobs.cancel("127.0.0.1:9", "ours")).doesNotThrowAnyException();
  }
}
