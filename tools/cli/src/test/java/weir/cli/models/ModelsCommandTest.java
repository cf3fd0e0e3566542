package weir.cli.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weir.book.ModelFile;
import weir.book.RuleBookReader;
import weir.cli.control.AtAControlTopic;
import weir.learn.Histogram;
import weir.learn.Learner;
import weir.learn.Model;
import weir.learn.ModelContent;
import weir.learn.ModelInput;
import weir.learn.ModelJson;
import weir.learn.ScoreTable;
import weir.learn.Span;
import weir.learn.Training;
import weir.learn.Tree;
import weir.rules.OfInputs;

/** Models are announced, listed and looked into, and books name them. */
@Tag("slow")
class ModelsCommandTest extends AtAControlTopic {
  private static final String BOOK =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      horizon: 1 d
      features:
        many_1h: {count: transactions, window: 1 h}
      rules:
        - {id: high, version: 1, kind: amount-over, severity: medium, limit: 3500}
      """;

  private static final Span SPAN = new Span(0, 86_400_000, 2000, 10);

  private static Model model(String book, String... inputs) throws Exception {
    OfInputs asking = (OfInputs) RuleBookReader.ofInputs("b", book, List.of(inputs)).rules().get(0);
    List<ModelInput> its = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      its.add(
          new ModelInput(asking.text(i), asking.inputs().scales().get(i), null, Histogram.empty()));
    }
    return Model.parse(
        ModelJson.write(
            new ModelContent(
                Learner.BOOSTED_TREES,
                its,
                asking.definitions(),
                0,
                List.of(Tree.builder().split(0, 7, 0).leaf(-5).leaf(5).build()),
                ScoreTable.of(new long[ScoreTable.MOST]),
                new Training(
                    SPAN,
                    SPAN,
                    SPAN,
                    new TreeMap<>(Map.of("averagePrecision", 612_500L)),
                    Histogram.empty()))));
  }

  private String file(Model model) throws Exception {
    return file(ModelFile.nameOf(model), new String(model.artefact(), StandardCharsets.UTF_8));
  }

  private static String rule(Model model) {
    return ModelFile.rule(model);
  }

  @Test
  void aModelIsAnnouncedAndThenABookNamesIt() throws Exception {
    done("models", "list");
    assertThat(out.toString()).contains("No model is announced yet");
    done("rules", "announce", file("rules.yaml", BOOK), "--yes");
    Model model = model(BOOK, "amount", "many_1h");
    String next = file("next.yaml", BOOK + rule(model));
    assertThat(here("rules", "announce", next, "--yes")).isEqualTo(2);
    assertThat(err.toString()).contains("no model " + model.name() + " is announced");

    done("models", "announce", file(model), "--yes", "--author=zoe", "--comment=first");
    assertThat(out.toString())
        .contains("boosted-trees, 1 trees over 2 inputs", "2,000 transactions, 10 frauds")
        .contains("averagePrecision 0.6125")
        .contains("artefact: " + model.name(), "mode: shadow");
    done("rules", "announce", next, "--yes");
    assertThat(control.read().books().all()).hasSize(2);

    done("models", "list");
    assertThat(out.toString()).contains(model.name(), "boosted-trees", "zoe", "first");
    done("models", "list", "--json");
    assertThat(out.toString())
        .contains("{\"model\":\"" + model.name() + "\",\"learner\":\"boosted-trees\",\"inputs\":2");
    done("models", "show", model.name().substring(0, 8));
    assertThat(out.toString()).contains("many_1h: {count: transactions, window: 1 h}", "amount   ");
    done("models", "show", model.name(), "--artefact");
    assertThat(out.toString()).isEqualTo(new String(model.artefact(), StandardCharsets.UTF_8));
  }

  @Test
  void toAnnounceItAgainWritesNothing() throws Exception {
    Model model = model(BOOK, "amount");
    done("models", "announce", file(model), "--yes");
    assertThat(out.toString()).contains("no book is announced yet");
    long end = end();
    done("models", "announce", file(model), "--yes", "--json");
    assertThat(out.toString().strip())
        .isEqualTo("{\"announced\":false,\"model\":\"" + model.name() + "\"}");
    assertThat(end()).isEqualTo(end);
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeItIsWritten() throws Exception {
    done("rules", "announce", file("rules.yaml", BOOK), "--yes");
    long end = end();
    String other = BOOK.replace("window: 1 h", "window: 2 h");
    Model model = model(other, "many_1h");
    assertThat(here("models", "announce", file(model), "--yes")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "book 1 does not fit: the model takes the feature many_1h to be"
                + " {count: transactions, window: 2 h}, but here it is"
                + " {count: transactions, window: 1 h}");
    String file = file("other.yaml", other.substring(other.indexOf("features:")));
    done("models", "announce", file(model), "--yes", "--rules=" + file);
    assertThat(end()).isEqualTo(end + 1);
  }

  @Test
  void aFileThatWasChangedIsRefused() throws Exception {
    Model model = model(BOOK, "amount");
    Model another = model(BOOK, "hour");
    String file =
        file(ModelFile.nameOf(model), new String(another.artefact(), StandardCharsets.UTF_8));
    assertThat(here("models", "announce", file, "--yes")).isEqualTo(2);
    assertThat(err.toString())
        .contains("its content is that of the model " + another.name(), "it was changed");
    assertThat(here("models", "announce", file("x.json", "{}"), "--yes")).isEqualTo(2);
    assertThat(err.toString()).contains("x.json: expected the field weirModel");
    assertThat(here("models", "announce", "/no/such", "--yes")).isEqualTo(2);
    assertThat(err.toString()).contains("/no/such: there is no such file");
    assertThat(here("models", "show", "zzz")).isEqualTo(2);
    assertThat(err.toString()).contains("'zzz' is neither a file nor the name of a model");
    assertThat(here("models", "show", "0000")).isEqualTo(2);
    assertThat(err.toString()).contains("no model '0000' is announced");
  }
}
