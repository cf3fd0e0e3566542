package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.images.Yaml;

class ManifestsTest {
  /** No library tells what this kind may be; of what its parts are, Kubernetes does. */
  private static final String WITHOUT_SCHEMA = "SparkApplication";

  static List<Manifests.Manifest> manifests() {
    return Manifests.all();
  }

  static List<Manifests.Manifest> programs() {
    return Manifests.all().stream()
        .filter(each -> each.body().findValue("containers") != null)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void isOfItsKind(Manifests.Manifest manifest) throws JsonProcessingException {
    assertThat(manifest.name()).matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
    if (manifest.kind().equals("FlinkDeployment")) {
      assertThat(FlinkOperatorSchema.ofSpec().validate(manifest.body().path("spec"))).isEmpty();
    } else if (!manifest.kind().equals(WITHOUT_SCHEMA)) {
      assertThat(Kinds.read(manifest.kind(), manifest.body()))
          .extracting("apiVersion")
          .isEqualTo(manifest.body().path("apiVersion").asText());
    }
  }

  /** The checks above see what is wrong, deep down too. */
  @Test
  void whatAKindDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> Kinds.read("Deployment", misspelt("Deployment", "limits", "limit")))
        .isInstanceOf(UnrecognizedPropertyException.class);
    assertThatThrownBy(
            () -> Kinds.read("KafkaTopic", misspelt("KafkaTopic", "partitions", "partition")))
        .isInstanceOf(UnrecognizedPropertyException.class);
    assertThatThrownBy(
            () -> Kinds.read("KafkaUser", misspelt("KafkaUser", "patternType", "pattern")))
        .isInstanceOf(UnrecognizedPropertyException.class);
    assertThatThrownBy(() -> Kinds.read("KafkaUser", misspelt("KafkaUser", "literal", "literally")))
        .hasMessageContaining("literally");
    assertThat(
            FlinkOperatorSchema.ofSpec()
                .validate(misspelt("FlinkDeployment", "mountPath", "mountpath").path("spec")))
        .isNotEmpty();
  }

  private static JsonNode misspelt(String kind, String right, String wrong) {
    String text = Manifests.of(kind).get(0).body().toString();
    assertThat(text).contains("\"" + right + "\"");
    return Yaml.documents(text.replace("\"" + right + "\"", "\"" + wrong + "\"")).get(0);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aProgramIsOfNoRootAndFencedIn(Manifests.Manifest manifest) {
    JsonNode pod = manifest.body().findParent("containers");
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
    assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    for (JsonNode container : pod.path("containers")) {
      JsonNode fence = container.path("securityContext");
      assertThat(fence.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
      assertThat(Yaml.texts(fence.at("/capabilities/drop"))).containsExactly("ALL");
      // Flink's and Spark's memory is said elsewhere, and Flink writes its configuration.
      if (!manifest.kind().equals("FlinkDeployment")) {
        assertThat(fence.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
      }
      assertThat(names(container.path("volumeMounts"))).isSubsetOf(volumes(manifest, pod));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"driver", "executor"})
  void aPartOfSparkIsAPod(String part) throws JsonProcessingException {
    JsonNode spec = Manifests.of(WITHOUT_SCHEMA).get(0).body().path("spec");
    JsonNode pod = spec.path(part);
    assertThat(Kinds.read(PodSecurityContext.class, pod.path("podSecurityContext")))
        .extracting(PodSecurityContext::getRunAsNonRoot)
        .isEqualTo(true);
    assertThat(Kinds.read(SecurityContext.class, pod.path("securityContext")))
        .extracting(SecurityContext::getAllowPrivilegeEscalation)
        .isEqualTo(false);
    for (JsonNode volume : spec.path("volumes")) {
      Kinds.read(Volume.class, volume);
    }
    for (JsonNode mount : pod.path("volumeMounts")) {
      Kinds.read(VolumeMount.class, mount);
    }
    assertThat(names(pod.path("volumeMounts")))
        .isNotEmpty()
        .isSubsetOf(names(spec.path("volumes")));
  }

  private static Set<String> names(JsonNode list) {
    return Yaml.stream(list).map(each -> each.path("name").asText()).collect(Collectors.toSet());
  }

  private static Set<String> volumes(Manifests.Manifest manifest, JsonNode pod) {
    Stream<String> claims =
        Yaml.stream(manifest.body().at("/spec/volumeClaimTemplates"))
            .map(claim -> claim.at("/metadata/name").asText());
    return Stream.concat(names(pod.path("volumes")).stream(), claims).collect(Collectors.toSet());
  }

  /** A page is killed for its port only: without its sources it is healthy, but not ready. */
  @Test
  void thePageIsAskedForItsHealth() {
    JsonNode page =
        Manifests.of("Deployment").stream()
            .filter(each -> each.name().equals("dashboard"))
            .findFirst()
            .orElseThrow()
            .body();
    assertThat(page.findValue("readinessProbe").at("/httpGet/path").asText()).isEqualTo("/healthz");
    assertThat(page.findValue("livenessProbe").has("tcpSocket")).isTrue();
  }

  /** Secrets are made by Strimzi, or by whoever deploys: their names and keys are all there is. */
  @Test
  void passwordsAreNamedOnly() {
    assertThat(Manifests.of("Secret")).isEmpty();
    Set<String> made =
        Stream.concat(
                Stream.of("postgres", "kafka-cluster-ca-cert"),
                Manifests.of("KafkaUser").stream().map(Manifests.Manifest::name))
            .collect(Collectors.toSet());
    List<JsonNode> secrets =
        Manifests.all().stream()
            .flatMap(each -> each.body().findValues("secret").stream())
            .toList();
    assertThat(secrets)
        .isNotEmpty()
        .allSatisfy(
            secret -> {
              assertThat(secret.path("secretName").asText()).isIn(made);
              assertThat(Yaml.stream(secret.path("items")).map(item -> item.path("key").asText()))
                  .allMatch(Compose.named("secrets")::containsKey);
            });
  }
}
