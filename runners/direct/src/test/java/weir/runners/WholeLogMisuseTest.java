package weir.runners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.contract.BronzeOfTest;
import weir.contract.JobProcess;
import weir.notice.FixedNotices;
import weir.oracle.Sample;

/** What a job over a lake says when it cannot start. */
@Tag("slow")
class WholeLogMisuseTest {
  private static final long TIME = 1_772_323_200_000L;

  @TempDir private Path folder = Path.of("target");

  private void assertSays(int exitCode, String line, String... options)
      throws InterruptedException {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--inputLake=" + lake());
    try (JobProcess job = JobProcess.start(OnDirect.class.getName(), all)) {
      assertThat(job.waitFor()).as(job::output).isEqualTo(exitCode);
      assertThat(job.output().lines()).singleElement().asString().startsWith("weir: " + line);
    }
  }

  private Path lake() {
    return folder.resolve("lake");
  }

  private String out() {
    return "--lake=" + folder.resolve("out");
  }

  private void writeLake() {
    new BronzeOfTest(lake(), /* seed= */ 1)
        .write("payments", List.of(Sample.at(TIME).record(0, TIME)));
  }

  @Test
  void noBronze() throws InterruptedException {
    assertSays(1, "--inputLake: " + lake() + " has no bronze: it is no lake, or", out());
  }

  @Test
  void noSuchTopic() throws InterruptedException {
    writeLake();
    String has = "the lake " + lake() + " has no records of the topic 'paymnts', but of payments";
    assertSays(
        1, "--inputTopic: " + has + "; did you mean 'payments'?", out(), "--inputTopic=paymnts");
  }

  @Test
  void aTopicForAnswers() throws InterruptedException {
    assertSays(
        2,
        "--alertTopic: --inputLake reads and writes no topic of Kafka, and ends; leave it out",
        out(),
        "--alertTopic=alerts");
  }

  @Test
  void noPlaceForAnswers() throws InterruptedException {
    assertSays(2, "--inputLake: say where the answers go: --lake=FOLDER");
  }

  @Test
  void anotherSink() throws InterruptedException {
    assertSays(
        2,
        "--inputLake: the answers go to a lake (--lake)",
        out(),
        "--jdbcUrl=jdbc:postgresql://127.0.0.1:9/weir");
  }

  @Test
  void answersAmongThoseOfTheLakeThatIsRead() throws InterruptedException {
    assertSays(2, "--lake: " + lake() + " is the lake that is read", "--lake=" + lake() + "/");
  }

  @Test
  void whatItIsJudgedByIsSaidTwice() throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("by.json"), FixedNotices.inForce(List.of()).write());
    assertSays(
        2,
        "--judgeBy says all that the log is judged by: leave out --rules and --models",
        out(),
        "--judgeBy=" + file,
        "--rules=rules.yaml");
    assertSays(2, "--judgeBy: " + file + " has no rule book", out(), "--judgeBy=" + file);
  }

  @Test
  void somethingElseToJudgeBy() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("by.json"), "{}");
    assertSays(
        2, "--judgeBy: " + file + ": the field 'notices' is missing", out(), "--judgeBy=" + file);
  }

  @Test
  void noLakeToJudge() throws InterruptedException {
    try (JobProcess job =
        JobProcess.start(OnDirect.class.getName(), List.of("--judgeBy=by.json"))) {
      assertThat(job.waitFor()).isEqualTo(2);
      assertThat(job.output()).startsWith("weir: --judgeBy: ").contains("it goes with --inputLake");
    }
  }
}
