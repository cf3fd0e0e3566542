package weir.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import weir.images.Yaml;

/**
 * A folder that kustomize puts together.
 *
 * @param body its kustomization.yaml
 */
record Kustomize(Path folder, JsonNode body) {
  static Kustomize of(Path folder) {
    return new Kustomize(folder, Yaml.document(folder.resolve("kustomization.yaml")));
  }

  static Kustomize overlay(String name) {
    return of(Infra.file("kubernetes/overlays/" + name));
  }

  /** All files that it names by itself, there or not. */
  List<Path> files() {
    return Stream.of(
            Yaml.texts(body.path("resources")).stream(),
            Yaml.texts(body.path("components")).stream(),
            Yaml.texts(body.path("configurations")).stream(),
            Yaml.stream(body.path("patches")).map(patch -> patch.path("path").asText()),
            Yaml.stream(body.path("configMapGenerator"))
                .flatMap(map -> Yaml.texts(map.path("files")).stream()))
        .flatMap(names -> names)
        .map(name -> folder.resolve(name).normalize())
        .toList();
  }

  List<Path> patches() {
    return Yaml.stream(body.path("patches"))
        .map(patch -> folder.resolve(patch.path("path").asText()))
        .toList();
  }

  /** It, and all that it stands on. */
  Set<Kustomize> withParts() {
    Set<Kustomize> all = new LinkedHashSet<>(List.of(this));
    files().stream()
        .filter(file -> file.resolve("kustomization.yaml").toFile().exists())
        .forEach(file -> all.addAll(of(file).withParts()));
    return all;
  }

  /** What it hands to a cluster, before patches. */
  List<Manifests.Manifest> resources() {
    List<Path> files =
        withParts().stream()
            .flatMap(
                part ->
                    Yaml.texts(part.body().path("resources")).stream()
                        .map(name -> part.folder().resolve(name).normalize()))
            .toList();
    return Manifests.all().stream().filter(each -> files.contains(each.file())).toList();
  }
}
