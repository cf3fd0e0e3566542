package weir.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The topics that are made for a cluster, each with its settings. */
final class MadeTopics {
  private static final Pattern CREATE = Pattern.compile("(?m)^create (\\S+)(.*)$");
  private static final Pattern CONFIG = Pattern.compile(" --config (\\S+)=(\\S+)");

  private MadeTopics() {}

  static Map<String, Map<String, String>> inCompose() {
    Map<String, Map<String, String>> topics = new LinkedHashMap<>();
    Matcher create = CREATE.matcher(Infra.text("docker/topics.sh"));
    while (create.find()) {
      Map<String, String> settings = new HashMap<>();
      CONFIG
          .matcher(create.group(2))
          .results()
          .forEach(config -> settings.put(config.group(1), config.group(2)));
      topics.put(create.group(1), settings);
    }
    return topics;
  }

  static Map<String, Map<String, String>> inKubernetes() {
    Map<String, Map<String, String>> topics = new LinkedHashMap<>();
    for (Manifests.Manifest topic : Manifests.of("KafkaTopic")) {
      Map<String, String> settings = new HashMap<>();
      JsonNode config = topic.body().at("/spec/config");
      config.properties().forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
      topics.put(topic.name(), settings);
    }
    return topics;
  }
}
