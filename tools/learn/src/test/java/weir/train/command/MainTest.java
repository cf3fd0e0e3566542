package weir.train.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.book.ModelFile;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.learn.Model;
import weir.rules.Models;

/** The command as people type it, over files. */
class MainTest {
  private static Path folder = Path.of("");

  @BeforeAll
  static void world(@TempDir Path folder) throws IOException {
    MainTest.folder = folder;
    SimulatedLog.write(folder);
    Files.writeString(folder.resolve("book.yaml"), SimulatedLog.BOOK);
  }

  /** What a command said, and how it ended. */
  record Said(int exit, String out, String err) {}

  private static Said train(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of("train"));
    all.addAll(List.of(args));
    int exit =
        Main.run(
            all,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Said trainFiles(String out, String... more) {
    List<String> all = new ArrayList<>(List.of("--rules=" + folder.resolve("book.yaml")));
    all.add("--file=" + folder.resolve("payments.jsonl"));
    all.add("--labels=" + folder.resolve("payments.labels.jsonl"));
    all.add("--out=" + folder.resolve(out));
    all.addAll(List.of(more));
    return train(all.toArray(new String[0]));
  }

  private static List<Path> files(String out) throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve(out))) {
      return all.sorted().toList();
    }
  }

  @Test
  void writesModelReportAndRule() throws IOException {
    Said said = trainFiles("one", "--trees=20", "--kinds-by=kind");
    assertThat(said.exit()).as(said.err()).isZero();
    List<Path> files = files("one");
    Model model = ModelFile.read(files.get(0));
    String stem = model.name().substring(0, 12);
    assertThat(files)
        .extracting(each -> each.getFileName().toString())
        .containsExactly(
            "model-" + stem + ".json", "report-" + stem + ".html", "rule-" + stem + ".yaml");
    assertThat(model.content().training().metrics().get("auc")).isGreaterThan(800_000);
    assertThat(Files.readString(files.get(1)))
        .contains("Precision and recall", "Calibration", "Inputs that matter")
        .contains("Alerts a day against precision", "Beside the rules of the book")
        .doesNotContain("http://", "https://");
    assertThat(said.out())
        .contains("average precision", "over  alerts a day", "the rules of the book")
        .containsPattern("card-testing +[1-9]")
        .contains("./weir models announce " + files.get(0));
    // The lines of the rule make a book that asks this model.
    RuleBook book =
        RuleBookReader.parseFirst(
            "book", SimulatedLog.BOOK + Files.readString(files.get(2)), Models.of(List.of(model)));
    assertThat(book.rules()).hasSize(3);
  }

  @Test
  void theSameAgainGivesTheSameBytes() throws IOException {
    assertThat(trainFiles("again", "--trees=10").exit()).isZero();
    assertThat(trainFiles("and-again", "--trees=10").exit()).isZero();
    List<Path> once = files("again");
    List<Path> twice = files("and-again");
    for (int i = 0; i < 3; i++) {
      assertThat(twice.get(i)).hasSameBinaryContentAs(once.get(i));
    }
    assertThat(trainFiles("other", "--trees=10", "--input=amount", "--input=count_1d").exit())
        .isZero();
    assertThat(ModelFile.read(files("other").get(0)).inputs()).hasSize(2);
  }

  @Test
  void anIsolationForestNeedsNoLabels() throws IOException {
    Said said =
        train(
            "--rules=" + folder.resolve("book.yaml"),
            "--file=" + folder.resolve("payments.jsonl"),
            "--learner=isolation-forest",
            "--trees=20",
            "--out=" + folder.resolve("forest"));
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("isolation-forest", " 0 labels");
    assertThat(Files.readString(files("forest").get(1))).contains("no labelled fraud");
  }

  @Test
  void trainsOnASpanAndTestsOnAnother() {
    Said said =
        trainFiles(
            "span",
            "--trees=5",
            "--from=2026-01-02T00:00:00Z",
            "--validate-from=2026-01-06T00:00:00Z",
            "--test-from=2026-01-08T00:00:00Z",
            "--to=2026-01-10T00:00:00Z",
            "--gap=2h");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out())
        .containsPattern("learned from .* from 2026-01-02T00:.* to 2026-01-05T21:")
        .containsPattern("size chosen by .* from 2026-01-06T00:.* to 2026-01-07T21:")
        .containsPattern("tested on .* from 2026-01-08T00:.* to 2026-01-09T21:");
  }

  @Test
  void saysWhatIsWrong() {
    assertMisuse(train("--learner=forest"), "--learner: found 'forest', expected boosted-trees or");
    assertMisuse(train("--trees=0"), "--trees must be at least 1, found 0");
    assertMisuse(train("--lake=x", "--file=" + folder.resolve("book.yaml")), "choose one");
    assertMisuse(train("--labels=" + folder.resolve("book.yaml")), "add --file");
    assertMisuse(train("--file=missing"), "there is no file missing");
    assertMisuse(
        train("--from=2026-01-02T00:00:00Z", "--to=2026-01-01T00:00:00Z"),
        "--to must be after --from");
    assertMisuse(
        train("--test-from=2026-01-02T00:00:00Z"), "--validate-from and --test-from go together");
    assertMisuse(trainFiles("no", "--input=amuont"), "did you mean 'amount'");
    assertMisuse(
        trainFiles("no", "--from=2026-03-01T00:00:00Z"), "the tested span has no transactions");
    assertMisuse(
        train("--lake=" + folder.resolve("one-more"), "--rules=" + folder.resolve("book.yaml")),
        "one-more");
    Said kafka = train("--bootstrapServers=localhost:1");
    assertThat(kafka.exit()).isEqualTo(1);
    assertThat(kafka.err()).contains("localhost:1");
  }

  private static void assertMisuse(Said said, String sentence) {
    assertThat(said.exit()).as(said.err()).isEqualTo(2);
    assertThat(said.err()).contains(sentence);
  }
}
