package weir.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import weir.book.ModelFile;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.cli.Weir;
import weir.model.Alert;
import weir.model.Severity;
import weir.rules.Models;
import weir.score.Scoring;
import weir.traffic.Label;

/** What a demo gives its pipeline for the model on trial, and what it says of it in the end. */
class OnTrialTest {
  private static final OnTrial MODEL = new OnTrial(true);
  private static final OnTrial NOTHING = new OnTrial(false);

  private final Scoring scoring = new Scoring();

  @Test
  void thePipelineGetsTheModelAndTheBookAsFiles(@TempDir Path folder) {
    List<String> options = MODEL.pipelineOptions(folder);
    assertThat(options).hasSize(2);
    Path rules = file(options.get(0), "--rules=");
    Path model = file(options.get(1), "--models=");
    RuleBook book =
        RuleBookReader.parseFirst(
            rules.toString(),
            RuleBookReader.text(rules),
            Models.of(List.of(ModelFile.read(model))));
    assertThat(book.rules()).hasSize(RuleBookReader.readDefault().rules().size() + 1);
  }

  private static Path file(String option, String name) {
    assertThat(option).startsWith(name);
    return Path.of(option.substring(name.length()));
  }

  @Test
  void rulesOfOnesOwnStandAlone(@TempDir Path folder) {
    assertThat(NOTHING.pipelineOptions(folder)).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertThat(DemoScore.trials(scoring, NOTHING)).isEmpty();
  }

  @Test
  void theBookIsPrintedAndNothingIsStarted() {
    StringWriter out = new StringWriter();
    CommandLine weir = Weir.commandLine().setOut(new PrintWriter(out, true));
    assertThat(weir.execute("demo", "--print-rules")).isZero();
    assertThat(out).hasToString(DemoBook.text());
  }

  @Test
  void theEndSaysWhatTheModelWouldHaveFlagged() {
    scoring.add(new Label("a", "ada", 0, "stolen-card", true, "c", new TreeMap<>()));
    alert("1", "velocity", "b", Alert.Mode.LIVE);
    assertThat(DemoScore.trials(scoring, MODEL)).contains("has found nothing to flag yet");
    alert("2", "model", "a", Alert.Mode.SHADOW);
    assertThat(DemoScore.trials(scoring, MODEL))
        .containsPattern("the live rules +1 +0 +0.0 % +0.0 %")
        .containsPattern("model +1 +1 +100.0 % +100.0 %")
        .contains("on trial: it would have flagged these")
        .isEqualTo(DemoScore.trials(scoring, NOTHING));
  }

  private void alert(String id, String rule, String transaction, Alert.Mode mode) {
    scoring.add(
        new Alert(
            id,
            Alert.Status.RAISED,
            rule,
            /* ruleVersion= */ 1,
            /* book= */ 1,
            mode,
            Severity.HIGH,
            "ada",
            transaction,
            /* eventTime= */ 0,
            0,
            0,
            /* seen= */ 1,
            BigDecimal.ONE,
            BigDecimal.ONE,
            "x",
            List.of(transaction),
            1,
            "why"));
  }
}
