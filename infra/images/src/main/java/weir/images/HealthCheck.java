package weir.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import weir.failure.MisuseException;

/** How a service is asked whether it is well. */
record HealthCheck(
    List<String> command, Duration interval, Duration timeout, int retries, Duration startPeriod) {
  static final Set<String> KEYS = Set.of("test", "interval", "timeout", "retries", "start_period");

  static HealthCheck of(JsonNode tree) {
    List<String> test = Yaml.texts(tree.path("test"));
    if (test.size() < 2 || !test.get(0).equals("CMD")) {
      throw new MisuseException("compose file: a healthcheck's test begins with CMD here");
    }
    return new HealthCheck(
        test.subList(1, test.size()),
        Spans.of(tree.path("interval").asText("30s")),
        Spans.of(tree.path("timeout").asText("30s")),
        tree.path("retries").asInt(3),
        Spans.of(tree.path("start_period").asText("0s")));
  }

  /** How long a service has until it counts as ill: it is not asked in vain before it has begun. */
  Duration patience() {
    return startPeriod.plus(interval.plus(timeout).multipliedBy(retries));
  }
}
