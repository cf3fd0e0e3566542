package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Prometheus makes of metrics, whatever the rules are called. */
class RelabellingTest {
  private static Map<String, String> relabelled(String line) throws IOException {
    List<Series> page = Series.parse("# A comment.\n" + line + "\n");
    assertThat(page).hasSize(1);
    return Relabelling.read(Monitoring.PROMETHEUS, "flink").apply(page.get(0)).labels();
  }

  @Test
  void aRuleBecomesALabelThoughItIsCalledLikeABound() throws IOException {
    assertThat(
            relabelled(
                "flink_taskmanager_job_task_operator_weir_alerts_raised_a_le_5{host=\"a\",} 3.0"))
        .containsOnly(
            Map.entry("__name__", "weir_alerts_raised"),
            Map.entry("rule", "a_le_5"),
            Map.entry("host", "a"));
  }

  @Test
  void aBoundBecomesTheLabelOfAHistogram() throws IOException {
    assertThat(relabelled("spark_driver_weir_history_size_le_inf{step=\"Judge \\\"x\\\"\"} 7"))
        .containsOnly(
            Map.entry("__name__", "weir_history_size_bucket"),
            Map.entry("le", "+Inf"),
            Map.entry("step", "Judge \\\"x\\\""));
  }

  @Test
  void aModelAndItsInputBecomeLabelsThoughTheInputIsCalledLikeAModel() throws IOException {
    assertThat(
            relabelled(
                "flink_taskmanager_job_task_operator_weir_model_input_drift_3f0c1a2b_deadbeef_le_5 9"))
        .containsOnly(
            Map.entry("__name__", "weir_model_input_drift"),
            Map.entry("model", "3f0c1a2b"),
            Map.entry("input", "deadbeef_le_5"));
    assertThat(relabelled("spark_driver_weir_model_score_drift_3f0c1a2b{step=\"x\"} 9"))
        .containsOnly(
            Map.entry("__name__", "weir_model_score_drift"),
            Map.entry("model", "3f0c1a2b"),
            Map.entry("step", "x"));
    assertThat(relabelled("spark_driver_weir_model_counted_3f0c1a2b 9"))
        .containsOnly(Map.entry("__name__", "weir_model_counted"), Map.entry("model", "3f0c1a2b"));
  }

  @Test
  void anEnginesOwnMetricsStayAsTheyAre() throws IOException {
    assertThat(relabelled("flink_jobmanager_job_numRestarts 0"))
        .containsOnly(Map.entry("__name__", "flink_jobmanager_job_numRestarts"));
  }
}
