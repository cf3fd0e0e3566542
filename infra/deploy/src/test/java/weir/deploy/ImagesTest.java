package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest {
  private static final Pattern MODULE = Pattern.compile("/weir/(.+?)/target/");
  private static final Pattern MAIN = Pattern.compile("weir\\.[a-z]+\\.[A-Z]\\w+");

  @Test
  void allStandOnAVersionAndAreOfNoRoot() {
    assertThat(Images.stages())
        .containsOnlyKeys("build", "flink", "spark", "direct", "dashboard", "tools");
    Images.stages()
        .forEach(
            (name, stage) -> {
              assertThat(stage.base()).matches(Images.PINNED);
              assertThat(stage.of("ADD")).isEmpty();
              if (!name.equals(Images.BUILD)) {
                List<String> users = stage.of("USER");
                // A number: Kubernetes does not know whether a name is root's.
                assertThat(users.get(users.size() - 1)).as(name).matches("[1-9]\\d+:[1-9]\\d+");
                assertThat(lastIndex(stage, "USER")).isGreaterThan(lastIndex(stage, "RUN"));
              }
            });
  }

  private static int lastIndex(Images.Stage stage, String name) {
    List<String> lines = stage.instructions();
    return lines.lastIndexOf(
        lines.stream().filter(line -> line.startsWith(name + " ")).reduce((a, b) -> b).orElse(""));
  }

  /** The build makes what is copied: jars of modules that it names, and files of the checkout. */
  @Test
  void whatIsCopiedIsMade() {
    List<String> copied =
        Images.stages().values().stream()
            .flatMap(stage -> stage.of("COPY").stream())
            .filter(copy -> copy.startsWith("--from=build "))
            .flatMap(
                copy ->
                    Arrays.stream(copy.split(" ", -1)).filter(word -> word.startsWith("/weir/")))
            .toList();
    assertThat(copied).isNotEmpty();
    for (String path : copied) {
      List<MatchResult> module = MODULE.matcher(path).results().toList();
      String source = path.substring("/weir/".length());
      if (module.isEmpty()) {
        assertThat(Infra.inCheckout(source)).exists();
      } else {
        assertThat(Infra.inCheckout(module.get(0).group(1)).resolve("pom.xml")).exists();
        assertThat(path).matches(".*/(weir-[a-z]+(-\\*)?\\.jar|dependency/)");
      }
    }
    String build = String.join("\n", Images.stage(Images.BUILD).of("RUN"));
    assertThat(build)
        .contains(
            "./weir package direct flink spark",
            "-pl tools/cli,dashboard -am",
            "dependency:copy-dependencies");
  }

  @Test
  void whatAnImageStartsIsThere() throws ClassNotFoundException {
    for (Images.Stage stage : Images.stages().values()) {
      for (String start : stage.of("ENTRYPOINT")) {
        for (MatchResult main : MAIN.matcher(start).results().toList()) {
          assertThat(Class.forName(main.group())).hasDeclaredMethods("main");
        }
      }
    }
  }

  /** A job is made for the very version of the engine that it runs on. */
  @ParameterizedTest
  @CsvSource({
    "flink, flink:, flink.version, -scala_2.12-java17",
    "spark, spark:, spark.version, -scala2.12-java17-ubuntu"
  })
  void enginesAreThoseOfTheBuild(String stage, String name, String property, String rest) {
    assertThat(Images.stage(stage).base()).isEqualTo(name + Infra.version(property) + rest);
  }

  /** Distributions have no parent, so that they tell their version themselves. */
  @ParameterizedTest
  @CsvSource({"flink, flink.version", "spark, spark.version"})
  void clustersOnLoopbackAreThoseOfTheBuild(String engine, String property) {
    assertThat(Infra.text("distributions/" + engine + "/pom.xml"))
        .contains("<" + property + ">" + Infra.version(property) + "<");
  }

  @Test
  void serversAreThoseOfTheTests() {
    String postgres = Infra.version("postgres.version").replaceFirst("\\.0$", "");
    assertThat(imagesOf("apache/kafka"))
        .containsOnly("apache/kafka:" + Infra.version("kafka.version"));
    assertThat(imagesOf("postgres")).containsOnly("postgres:" + postgres + "-bookworm");
  }

  /** Every image of our own is a stage by its name, with the version of the build. */
  @Test
  void ownImagesAreStages() {
    String version = Infra.version("version").replace("-SNAPSHOT", "");
    for (Map.Entry<String, JsonNode> each : Compose.services().entrySet()) {
      JsonNode build = each.getValue().path("build");
      if (!build.isMissingNode()) {
        assertThat(each.getValue().path("image").asText())
            .isEqualTo("weir-" + build.path("target").asText() + ":" + version);
        assertThat(Images.stages()).containsKey(build.path("target").asText());
        assertThat(
                Infra.file(build.path("context").asText())
                    .resolve(build.path("dockerfile").asText()))
            .exists();
      }
    }
  }

  /** In the compose file and in Kubernetes. */
  private static List<String> imagesOf(String name) {
    return Stream.concat(
            Compose.services().values().stream(),
            Manifests.all().stream().map(Manifests.Manifest::body))
        .flatMap(each -> each.findValues("image").stream())
        .map(JsonNode::asText)
        .filter(image -> image.startsWith(name + ":"))
        .toList();
  }
}
