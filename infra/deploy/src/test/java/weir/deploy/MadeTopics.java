package weir.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The topics that are made for a cluster, each with its partitions and its settings. */
final class MadeTopics {
  private static final Pattern CREATE =
      Pattern.compile("(?m)^create (\\S+) (\\d+)((?:\\\\\\n|.)*)$");
  private static final Pattern CONFIG = Pattern.compile(" --config (\\S+)=(\\S+)");

  private MadeTopics() {}

  /** A topic as it is made. */
  record Made(int partitions, Map<String, String> settings) {}

  static Map<String, Made> inCompose() {
    Map<String, Made> topics = new LinkedHashMap<>();
    Matcher create = CREATE.matcher(Infra.text("docker/topics.sh"));
    while (create.find()) {
      Map<String, String> settings = new HashMap<>();
      CONFIG
          .matcher(create.group(3))
          .results()
          .forEach(config -> settings.put(config.group(1), config.group(2)));
      topics.put(create.group(1), new Made(Integer.parseInt(create.group(2)), settings));
    }
    return topics;
  }

  static Map<String, Made> inKubernetes() {
    Map<String, Made> topics = new LinkedHashMap<>();
    for (Manifests.Manifest topic : Manifests.of("KafkaTopic")) {
      Map<String, String> settings = new HashMap<>();
      JsonNode spec = topic.body().get("spec");
      spec.get("config")
          .properties()
          .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
      topics.put(topic.name(), new Made(spec.get("partitions").asInt(), settings));
    }
    return topics;
  }
}
