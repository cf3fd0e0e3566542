package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weir.images.Yaml;

/** Prometheus asks those who are there, where they show their metrics. */
class MonitoringTest {
  private static final JsonNode ASKED =
      Yaml.document(Infra.file("monitoring/prometheus.yml")).path("scrape_configs");

  @Test
  void whoeverIsAskedIsAService() {
    List<String> hosts =
        Stream.of("targets", "names")
            .flatMap(list -> ASKED.findValues(list).stream())
            .flatMap(list -> Yaml.texts(list).stream())
            .map(target -> target.replaceFirst(":.*", ""))
            .toList();
    assertThat(hosts).contains("dashboard").isSubsetOf(Compose.services().keySet());
  }

  @Test
  void enginesShowTheirMetricsWhereTheyAreAsked() {
    List<String> ports =
        Stream.concat(
                ASKED.findValues("targets").stream().flatMap(list -> Yaml.texts(list).stream()),
                ASKED.findValues("port").stream().map(port -> "dns:" + port.asText()))
            .filter(target -> !target.startsWith("dashboard:"))
            .map(target -> target.replaceFirst(".*:", ""))
            .distinct()
            .toList();
    assertThat(ports).hasSize(1);
    String port = ports.get(0);
    assertThat(Compose.service("flink-jobmanager").at("/environment/FLINK_PROPERTIES").asText())
        .contains("metrics.reporter.prom.port: " + port);
    assertThat(Infra.text("monitoring/metrics.properties")).contains("sink.weir.port=" + port);
    assertThat(job("FlinkDeployment").at("/spec/flinkConfiguration"))
        .anyMatch(value -> value.asText().equals(port));
    assertThat(job("SparkApplication").at("/spec/sparkConf"))
        .anyMatch(value -> value.asText().equals(port));
    assertThat(Stream.of("FlinkDeployment", "SparkApplication").map(MonitoringTest::metricsPort))
        .containsOnly(port);
  }

  private static JsonNode job(String kind) {
    return Manifests.of(kind).get(0).body();
  }

  private static String metricsPort(String kind) {
    return job(kind).findParents("containerPort").stream()
        .filter(each -> each.path("name").asText().equals("metrics"))
        .map(each -> each.path("containerPort").asText())
        .findFirst()
        .orElse("none");
  }

  /** The board asks for the same names, whoever gathers them. */
  @Test
  void metricsGetTheSameNamesInKubernetes() {
    JsonNode inKubernetes = Objects.requireNonNull(named("job").findValue("metricRelabelings"));
    for (String engine : List.of("flink", "spark")) {
      JsonNode inCompose =
          Yaml.stream(ASKED)
              .filter(each -> each.path("job_name").asText().equals(engine))
              .findFirst()
              .orElseThrow()
              .path("metric_relabel_configs");
      String asKubernetesSaysIt =
          inCompose
              .toString()
              .replace("\"source_labels\"", "\"sourceLabels\"")
              .replace("\"target_label\"", "\"targetLabel\"");
      assertThat(inKubernetes).isEqualTo(Yaml.documents(asKubernetesSaysIt).get(0));
    }
  }

  private static JsonNode named(String monitor) {
    return Manifests.of("PodMonitor").stream()
        .filter(each -> each.name().equals(monitor))
        .findFirst()
        .orElseThrow()
        .body();
  }

  @Test
  void theBoardIsWhereGrafanaLooks() {
    List<String> mounted = Yaml.texts(Compose.service("grafana").path("volumes"));
    String folder =
        Yaml.document(Infra.file("monitoring/grafana/provisioning/dashboards/weir.yml"))
            .at("/providers/0/options/path")
            .asText();
    assertThat(mounted).contains("./monitoring/grafana/dashboards:" + folder + ":ro");
    assertThat(
            Yaml.document(Infra.file("monitoring/grafana/provisioning/datasources/prometheus.yml"))
                .at("/datasources/0/url")
                .asText())
        .isEqualTo("http://prometheus:9090");
  }
}
