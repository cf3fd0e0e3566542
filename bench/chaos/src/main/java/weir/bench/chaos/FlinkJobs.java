package weir.bench.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import weir.cluster.FlinkCluster;

/** Asks a JobManager about its one job. */
record FlinkJobs(FlinkCluster cluster) {
  private static final int PATIENCE_SECONDS = 60;

  /** Stops the job, and returns the folder of its savepoint. */
  String stopWithSavepoint() throws InterruptedException {
    try {
      String job = "/jobs/" + running();
      String request = cluster.rest().send("POST", job + "/stop").path("request-id").asText();
      for (int second = 0; second < PATIENCE_SECONDS; second++) {
        JsonNode answer = cluster.rest().get(job + "/savepoints/" + request);
        if ("COMPLETED".equals(answer.path("status").path("id").asText())) {
          return location(answer);
        }
        TimeUnit.SECONDS.sleep(1);
      }
      throw new IllegalStateException("no savepoint after " + PATIENCE_SECONDS + " s");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String location(JsonNode answer) {
    JsonNode location = answer.path("operation").path("location");
    if (location.isMissingNode()) {
      throw new IllegalStateException("no savepoint: " + answer);
    }
    return location.asText();
  }

  private String running() throws IOException {
    for (JsonNode job : cluster.rest().get("/jobs/overview").path("jobs")) {
      if ("RUNNING".equals(job.path("state").asText())) {
        return job.path("jid").asText();
      }
    }
    throw new IllegalStateException("no job is running:\n" + cluster.master().lastWords().text());
  }
}
