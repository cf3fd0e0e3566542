package weir.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weir.failure.MisuseException;

/**
 * A service of the compose file.
 *
 * @param tree what the file says of it
 */
public record Service(String name, JsonNode tree) {
  private static final Set<String> KEYS =
      Set.of(
          "image",
          "build",
          "profiles",
          "command",
          "entrypoint",
          "environment",
          "user",
          "restart",
          "init",
          "cap_drop",
          "security_opt",
          "pids_limit",
          "mem_limit",
          "shm_size",
          "read_only",
          "tmpfs",
          "volumes",
          "secrets",
          "ports",
          "logging",
          "depends_on",
          "healthcheck",
          "stop_grace_period");
  private static final Set<String> OF_BUILD = Set.of("context", "dockerfile", "target", "args");
  private static final Set<String> OF_NEED = Set.of("condition");
  private static final Set<String> OF_LOGGING = Set.of("driver", "options");

  static Service of(String name, JsonNode tree) {
    check(name, tree, KEYS);
    check(name, tree.path("build"), OF_BUILD);
    check(name, tree.path("logging"), OF_LOGGING);
    check(name, tree.path("healthcheck"), HealthCheck.KEYS);
    tree.path("depends_on").forEach(need -> check(name, need, OF_NEED));
    return new Service(name, tree);
  }

  private static void check(String name, JsonNode tree, Set<String> known) {
    tree.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw new MisuseException(
                    "compose file: '" + key + "' of " + name + " is not known here");
              }
            });
  }

  public String image() {
    return tree.path("image").asText();
  }

  /** The stage of the Dockerfile that its image is, if it is ours. */
  public Optional<String> stage() {
    return text(tree.path("build"), "target");
  }

  /** The same without the file of a secret. */
  Service without(String secret) {
    ObjectNode less = ((ObjectNode) tree).deepCopy();
    ArrayNode left = less.putArray("secrets");
    texts("secrets").stream().filter(each -> !each.equals(secret)).forEach(left::add);
    return new Service(name, less);
  }

  List<String> profiles() {
    return texts("profiles");
  }

  List<String> texts(String key) {
    return Yaml.texts(tree.path(key));
  }

  Optional<String> text(String key) {
    return text(tree, key);
  }

  boolean says(String key) {
    return tree.path(key).asBoolean();
  }

  private static Optional<String> text(JsonNode tree, String key) {
    return tree.hasNonNull(key) ? Optional.of(tree.path(key).asText()) : Optional.empty();
  }

  Map<String, String> environment() {
    Map<String, String> all = new LinkedHashMap<>();
    tree.path("environment")
        .properties()
        .forEach(each -> all.put(each.getKey(), each.getValue().asText()));
    return all;
  }

  /** The services that it waits for, each with what it waits for. */
  Map<String, Condition> needs() {
    Map<String, Condition> all = new LinkedHashMap<>();
    tree.path("depends_on")
        .properties()
        .forEach(
            each ->
                all.put(each.getKey(), Condition.of(each.getValue().path("condition").asText())));
    return all;
  }

  Optional<HealthCheck> healthCheck() {
    return tree.has("healthcheck")
        ? Optional.of(HealthCheck.of(tree.path("healthcheck")))
        : Optional.empty();
  }

  /** How long it may take to stop, in seconds; ten if the file is silent, as everywhere. */
  int graceSeconds() {
    return text("stop_grace_period").map(Spans::of).map(Duration::toSeconds).orElse(10L).intValue();
  }

  /** What one service waits for in another. */
  enum Condition {
    STARTED,
    HEALTHY,
    COMPLETED;

    static Condition of(String name) {
      return switch (name) {
        case "service_started" -> STARTED;
        case "service_healthy" -> HEALTHY;
        case "service_completed_successfully" -> COMPLETED;
        default -> throw new MisuseException("compose file: no condition '" + name + "'");
      };
    }
  }
}
