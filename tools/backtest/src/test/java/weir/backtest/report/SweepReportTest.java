package weir.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.backtest.sweep.Goal;

/** What came of several values, as a page and for programs. */
class SweepReportTest {
  @Test
  void theJsonSaysWhatCameOfEachValue() throws Exception {
    String text = SweepJson.text(Answers.sweep(), Goal.RECALL);
    assertThat(text).hasLineCount(1);
    JsonNode json = new ObjectMapper().readTree(text);
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "book",
            "rule",
            "parameter",
            "mode",
            "partial",
            "period",
            "volume",
            "goal",
            "best",
            "values");
    assertThat(json.get("goal").asText()).isEqualTo("recall");
    assertThat(json.get("best").asText()).isEqualTo("2");
    assertThat(json.at("/values/1/value").asText()).isEqualTo("3");
    assertThat(json.at("/values/1/standing").asBoolean()).isTrue();
    assertThat(json.at("/values/1/figures/alerts").asLong()).isEqualTo(120);
    assertThat(json.at("/values/1/figures/recall").asDouble()).isEqualTo(0.1);
    assertThat(json.at("/values/1/alone").asLong()).isEqualTo(30);
    assertThat(json.at("/values/1/together").asLong()).isEqualTo(880);
  }

  @Test
  void thePageHasARowForEachValueAndNamesTheBest() {
    String page = SweepHtml.page(Answers.sweep(), Goal.PRECISION);
    assertThat(page)
        .contains("moreThan of the rule velocity in my-rules.yaml, tried with 3 values")
        .contains("3 (as it stands)")
        .contains("&lt;9&gt;")
        .doesNotContain("<9>")
        .contains("Alerts with each value", "Precision and recall with each value")
        .containsPattern("The best by precision is \\d");
  }

  /** Without labels nothing is the best. */
  @Test
  void withoutLabelsThereIsNoCurve() {
    String page = SweepHtml.page(Answers.unlabelledSweep(), Goal.F1);
    assertThat(page).contains("Alerts with each value").doesNotContain("The best by", "recall");
    assertThat(SweepJson.text(Answers.unlabelledSweep(), Goal.F1)).contains("\"best\":null");
  }
}
