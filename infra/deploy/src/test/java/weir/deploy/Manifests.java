package weir.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import weir.images.Yaml;

/** What the files of Kubernetes hold, patches among them. */
final class Manifests {
  private Manifests() {}

  record Manifest(Path file, JsonNode body) {
    String kind() {
      return body.path("kind").asText();
    }

    String name() {
      return body.path("metadata").path("name").asText();
    }

    /** By what a patch finds what it changes. */
    String target() {
      return body.path("apiVersion").asText() + " " + kind() + " " + name();
    }

    boolean isKustomizes() {
      return String.valueOf(file.getFileName()).equals("kustomization.yaml")
          || String.valueOf(file.getFileName()).equals("references.yaml");
    }

    @Override
    public String toString() {
      return file.getFileName() + ": " + kind() + " " + name();
    }
  }

  /** Everything that a cluster is to take. */
  static List<Manifest> all() {
    return Infra.manifests().stream()
        .flatMap(Manifests::of)
        .filter(each -> !each.isKustomizes())
        .toList();
  }

  static List<Manifest> of(String kind) {
    return all().stream().filter(each -> each.kind().equals(kind)).toList();
  }

  private static Stream<Manifest> of(Path file) {
    return Yaml.documents(Infra.text(file)).stream().map(body -> new Manifest(file, body));
  }
}
