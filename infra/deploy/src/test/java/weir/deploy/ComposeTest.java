package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import weir.images.Yaml;

class ComposeTest {
  /** Those that end, and those whose end is all that can be told of their health. */
  private static final Set<String> WITHOUT_HEALTH = Set.of("topics", "rules", "producer", "direct");

  private static final Set<String> ONCE = Set.of("topics", "rules");

  /** Their images write into themselves at the start: Kafka and Flink their configuration. */
  private static final Set<String> WRITABLE =
      Set.of("kafka", "flink-jobmanager", "flink-taskmanager");

  private static final Pattern PASSWORD_FILE = Pattern.compile("/run/secrets/([a-z.-]*[a-z])");

  @Test
  void obeysTheComposeSpecification() throws IOException {
    try (InputStream in =
        ComposeTest.class.getResourceAsStream("/compose-spec/compose-spec.json")) {
      ObjectNode schema = (ObjectNode) new ObjectMapper().readTree(in);
      // Its name is no address, and that of its dialect is not the usual one.
      schema.remove(List.of("$id", "$schema"));
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V7)
                  .getSchema(schema)
                  .validate(Compose.FILE))
          .isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> aServiceIsFencedIn() {
    return Compose.services().entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> fenced(each)));
  }

  private static void fenced(Map.Entry<String, JsonNode> each) {
    String name = each.getKey();
    JsonNode service = each.getValue();
    assertThat(service.path("image").asText()).matches(Images.PINNED);
    assertThat(service.path("mem_limit").asText()).matches("\\d+[mg]");
    assertThat(service.path("pids_limit").asInt()).isPositive();
    assertThat(service.path("restart").asText())
        .isEqualTo(ONCE.contains(name) ? "no" : "unless-stopped");
    assertThat(Yaml.texts(service.path("cap_drop"))).containsExactly("ALL");
    assertThat(Yaml.texts(service.path("security_opt"))).containsExactly("no-new-privileges:true");
    assertThat(service.path("read_only").asBoolean()).isEqualTo(!WRITABLE.contains(name));
    assertThat(service.has("healthcheck")).isEqualTo(!WITHOUT_HEALTH.contains(name));
    // Weir's own images are of no root; of the others it has to be said.
    assertThat(service.has("build")).isNotEqualTo(service.has("user"));
    assertThat(service.path("user").asText()).isNotIn("root", "0");
    assertThat(Yaml.texts(service.path("ports")))
        .allMatch(port -> port.matches("127\\.0\\.0\\.1:\\d+:\\d+"));
  }

  @Test
  void whoIsWaitedForCanBeSeenToBeThere() {
    Compose.services()
        .forEach(
            (name, service) ->
                service
                    .path("depends_on")
                    .properties()
                    .forEach(
                        on -> {
                          JsonNode other = Compose.service(on.getKey());
                          switch (on.getValue().path("condition").asText()) {
                            case "service_healthy" -> assertThat(other.has("healthcheck")).isTrue();
                            case "service_completed_successfully" ->
                                assertThat(other.path("restart").asText()).isEqualTo("no");
                            case "service_started" -> assertThat(other.has("command")).isTrue();
                            default -> throw new AssertionError(name + ": " + on);
                          }
                          // Nobody waits for a service of another engine.
                          assertThat(Yaml.texts(service.path("profiles")))
                              .containsAll(Yaml.texts(other.path("profiles")));
                        }));
  }

  /** They print their usage and end if an option and its value are one word. */
  @Test
  void serversOfSparkAreToldOptionsAsTwoWords() {
    assertThat(
            Stream.of("spark-master", "spark-worker")
                .flatMap(each -> Compose.command(each).stream()))
        .contains("--host", "--cores", "--memory")
        .noneMatch(word -> word.matches("--[a-z-]+=.*"));
  }

  @Test
  void portsAreTakenOnce() {
    assertThat(Compose.texts(service -> service.path("ports")).map(port -> port.split(":", 3)[1]))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsMountedIsThere() {
    assertThat(Compose.texts(service -> service.path("volumes")))
        .isNotEmpty()
        .allSatisfy(
            volume -> {
              String source = volume.split(":", 2)[0];
              if (source.startsWith("./")) {
                assertThat(volume).endsWith(":ro");
                assertThat(Infra.file(source)).exists();
              } else {
                assertThat(Compose.named("volumes")).containsKey(source);
              }
            });
  }

  @Test
  void passwordsAreFilesThatNobodyCommits() {
    Map<String, JsonNode> secrets = Compose.named("secrets");
    assertThat(secrets)
        .allSatisfy(
            (name, secret) ->
                assertThat(secret.path("file").asText()).isEqualTo("./secrets/" + name));
    assertThat(Compose.texts(service -> service.path("secrets")).distinct())
        .containsExactlyInAnyOrderElementsOf(secrets.keySet());
    assertThat(Infra.text(".gitignore").lines()).contains("secrets/");
    assertThat(Infra.text("docker/Dockerfile.dockerignore").lines()).contains("infra/secrets");
    Compose.services()
        .forEach(
            (name, service) ->
                assertThat(
                        PASSWORD_FILE
                            .matcher(service.toString())
                            .results()
                            .map(file -> file.group(1)))
                    .as("%s has the files that it names", name)
                    .allMatch(Yaml.texts(service.path("secrets"))::contains));
  }
}
