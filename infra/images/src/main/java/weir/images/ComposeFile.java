package weir.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import weir.failure.MisuseException;

/**
 * The compose file as it is written: what its services are and need.
 *
 * @param tree all of it, anchors and merges resolved
 */
public record ComposeFile(Path folder, JsonNode tree) {
  private static final Set<String> KEYS = Set.of("name", "services", "volumes", "secrets");

  public static ComposeFile read(Path file) {
    return new ComposeFile(
        Objects.requireNonNull(file.toAbsolutePath().getParent()), Yaml.document(file));
  }

  /** What stands under a name at the top of the file, in its order. */
  public Map<String, JsonNode> named(String name) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    tree.path(name).properties().forEach(each -> all.put(each.getKey(), each.getValue()));
    return all;
  }

  public String project() {
    return tree.path("name").asText();
  }

  /** The services that start with a profile: those of it, and those of none. */
  public List<Service> services(String profile) {
    return all().stream()
        .filter(each -> each.profiles().isEmpty() || each.profiles().contains(profile))
        .toList();
  }

  /** All services; one that says what is not understood here is an error. */
  public List<Service> all() {
    tree.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key) && !key.startsWith("x-")) {
                throw new MisuseException("compose file: '" + key + "' is not known here");
              }
            });
    for (String kind : List.of("volumes", "secrets")) {
      named(kind).forEach((name, what) -> checkTop(kind, name, what));
    }
    return named("services").entrySet().stream()
        .map(each -> Service.of(each.getKey(), each.getValue()))
        .toList();
  }

  private static void checkTop(String kind, String name, JsonNode what) {
    what.fieldNames()
        .forEachRemaining(
            key -> {
              if (!kind.equals("secrets") || !key.equals("file")) {
                throw new MisuseException(
                    "compose file: '" + key + "' of " + name + " is not known here");
              }
            });
  }
}
