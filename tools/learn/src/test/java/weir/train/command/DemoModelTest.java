package weir.train.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.cli.Weir;
import weir.cli.demo.DemoBook;
import weir.log.Entry;
import weir.log.FileLog;
import weir.log.Log;
import weir.log.Span;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.LogPosition;
import weir.model.Verdict;
import weir.notice.Books;
import weir.rules.Models;
import weir.score.Flagged;
import weir.score.Scoring;
import weir.traffic.LabelJson;
import weir.walk.Receiver;
import weir.walk.Walk;

/** The model of ./weir demo, trained by what tools/learn/demo-model gives the commands. */
class DemoModelTest {
  private static final String LOG = "@demo-model.log";
  private static final String TRAINING = "@demo-model.training";

  @TempDir private Path folder = Path.of("target");

  /** Where it fails, something that the model rests on has changed: train it again. */
  @Test
  @EnabledOnOs(
      value = OS.LINUX,
      architectures = "amd64",
      disabledReason = "the learner's native code is another one there, and may round otherwise")
  void itsTrainingGivesTheSameBytesAgain() throws Exception {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), DemoBook.text());
    Path log = produce();
    train("train", TRAINING, "--rules=" + rules, "--file=" + log, "--labels=" + labelsOf(log));
    try (Stream<Path> files = Files.list(folder)) {
      Path model =
          files.filter(each -> each.getFileName().toString().startsWith("model-")).findAny().get();
      assertThat(model)
          .as(
              "the model that ships with the demo; if it is to be another one now: "
                  + "tools/learn/demo-model --update")
          .hasFileName(DemoBook.modelFile())
          .hasContent(DemoBook.modelText());
    }
  }

  /** Ten minutes that it was not trained on: chance would be one in a hundred. */
  @Test
  void itFindsFraudsInADemo() throws Exception {
    Path log = produce("--seed=4711", "--duration=10min");
    List<Flagged> flagged = judged(log).flagged("live");
    assertThat(flagged).extracting(Flagged::by).containsExactly("live", "model");
    Flagged live = flagged.get(0);
    Flagged model = flagged.get(1);
    assertThat(model.allFrauds()).isGreaterThan(100);
    assertThat(model.precision()).isGreaterThan(0.7);
    assertThat(model.recall()).isGreaterThan(0.5).isGreaterThan(live.recall());
  }

  private Path produce(String... more) {
    Path log = folder.resolve("log.jsonl");
    CommandLine weir = Weir.commandLine().setOut(new PrintWriter(new StringWriter()));
    weir.setOverwrittenOptionsAllowed(true);
    Stream<String> usual = Stream.of("produce", LOG, "--to=" + log);
    assertThat(weir.execute(Stream.concat(usual, Stream.of(more)).toArray(String[]::new))).isZero();
    return log;
  }

  private static Path labelsOf(Path log) {
    return log.resolveSibling("log.labels.jsonl");
  }

  private void train(String... args) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> all = Stream.concat(Stream.of(args), Stream.of("--out=" + folder)).toList();
    assertThat(Main.run(all, to, to)).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  /** By the book that ships, without an engine. */
  private static Scoring judged(Path file) throws Exception {
    RuleBook book =
        RuleBookReader.parseFirst(
            "the demo's rules", DemoBook.text(), Models.of(List.of(DemoBook.model())));
    Scoring scoring = new Scoring();
    Books books = Books.none().judgingBy(book);
    try (Log log =
        FileLog.open(
            book.charter(), List.of(file), List.of(labelsOf(file)), Duration.ZERO, Span.ALL)) {
      Walk walk =
          new Walk(book.charter(), any -> books, /* verdicts= */ false, log::reached, to(scoring));
      for (Entry entry = log.next(); entry != null; entry = log.next()) {
        entry.into(walk);
      }
    }
    for (String line : Files.readAllLines(labelsOf(file))) {
      scoring.add(LabelJson.read(line.getBytes(StandardCharsets.UTF_8)));
    }
    return scoring;
  }

  private static Receiver to(Scoring scoring) {
    return new Receiver() {
      @Override
      public void alert(LogPosition cause, Alert alert) {
        scoring.add(alert);
      }

      @Override
      public void verdict(LogPosition cause, Verdict verdict) {
        // None is asked for.
      }

      @Override
      public void deadLetter(DeadLetter letter) {
        // On a bad day there are some.
      }
    };
  }
}
