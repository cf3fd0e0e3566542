package weir.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import weir.images.ComposeFile;
import weir.images.Yaml;

/** The services of compose.yaml. */
final class Compose {
  static final ComposeFile READ = ComposeFile.read(Infra.file("compose.yaml"));
  static final JsonNode FILE = READ.tree();

  private Compose() {}

  static Map<String, JsonNode> services() {
    return named("services");
  }

  /** What stands under a name at the top of the file. */
  static Map<String, JsonNode> named(String name) {
    return READ.named(name);
  }

  static JsonNode service(String name) {
    JsonNode service = services().get(name);
    if (service == null) {
      throw new IllegalArgumentException("no service " + name);
    }
    return service;
  }

  static List<String> command(String service) {
    return Yaml.texts(service(service).path("command"));
  }

  /** What all services say of something. */
  static Stream<String> texts(Function<JsonNode, JsonNode> of) {
    return services().values().stream().map(of).flatMap(list -> Yaml.texts(list).stream());
  }
}
