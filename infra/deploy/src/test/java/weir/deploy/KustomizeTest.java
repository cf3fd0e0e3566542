package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.images.Yaml;

class KustomizeTest {
  private static final Set<String> ENGINES = Set.of("FlinkDeployment", "SparkApplication");

  @Test
  void everyFileIsNamedAndEveryNameIsAFile() {
    Set<Path> named = new HashSet<>();
    for (Path file : Infra.manifests()) {
      if (file.endsWith("kustomization.yaml")) {
        List<Path> files = Kustomize.of(file.resolveSibling("").normalize()).files();
        assertThat(files).isNotEmpty().allSatisfy(each -> assertThat(each).exists());
        named.addAll(files);
        named.add(file);
      }
    }
    assertThat(Infra.manifests()).allMatch(named::contains);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "cloud"})
  void patchesFindWhatTheyChange(String overlay) {
    Kustomize all = Kustomize.overlay(overlay);
    Set<String> targets =
        all.resources().stream().map(Manifests.Manifest::target).collect(Collectors.toSet());
    assertThat(all.patches())
        .isNotEmpty()
        .extracting(patch -> new Manifests.Manifest(patch, Yaml.document(patch)).target())
        .isSubsetOf(targets);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "cloud"})
  void oneEngineRuns(String overlay) {
    List<String> kinds =
        Kustomize.overlay(overlay).resources().stream().map(Manifests.Manifest::kind).toList();
    assertThat(kinds).contains("Kafka", "KafkaTopic", "Deployment");
    assertThat(kinds.stream().filter(ENGINES::contains)).hasSize(1);
  }

  /** Names without a version are given one by each overlay, that of the build. */
  @ParameterizedTest
  @ValueSource(strings = {"local", "cloud"})
  void imagesGetTheVersionOfTheBuild(String overlay) {
    Kustomize all = Kustomize.overlay(overlay);
    List<JsonNode> images = Yaml.stream(all.body().path("images")).toList();
    assertThat(images)
        .extracting(image -> image.path("newTag").asText() + "-SNAPSHOT")
        .containsOnly(Infra.version("version"));
    List<String> given = images.stream().map(image -> image.path("name").asText()).toList();
    assertThat(given).allMatch(name -> Images.stages().containsKey(name.replaceFirst("weir-", "")));
    assertThat(
            all.resources().stream()
                .flatMap(each -> each.body().findValues("image").stream())
                .map(JsonNode::asText))
        .isNotEmpty()
        .allMatch(image -> given.contains(image) || Images.PINNED.matcher(image).matches());
  }

  /** The real kustomize, which kubectl has in it, where there is one. */
  @ParameterizedTest
  @ValueSource(strings = {"local", "cloud"})
  void kustomizePutsItTogether(String overlay) throws IOException, InterruptedException {
    Optional<Path> kubectl = onThePath("kubectl");
    Assumptions.assumeTrue(kubectl.isPresent(), "no kubectl on the path");
    Kustomize all = Kustomize.overlay(overlay);
    List<JsonNode> rendered = rendered(kubectl.orElseThrow(), all.folder());
    assertThat(rendered).hasSizeGreaterThan(all.resources().size());
    for (JsonNode body : rendered) {
      String kind = body.path("kind").asText();
      if (Kinds.has(kind)) {
        Kinds.read(kind, body);
      }
      // A namespace is in none.
      assertThat(body.at("/metadata/namespace").asText())
          .isEqualTo(kind.equals("Namespace") ? "" : "weir");
      assertThat(body.findValues("image"))
          .extracting(JsonNode::asText)
          .allMatch(image -> Images.PINNED.matcher(image).matches());
    }
  }

  private static Optional<Path> onThePath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static List<JsonNode> rendered(Path kubectl, Path folder)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(kubectl.toString(), "kustomize", folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return Yaml.documents(text);
  }
}
