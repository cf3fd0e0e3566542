package weir.bench.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The ladder as it is started, with the real broker and the real contestant. */
class BenchTest {
  private static final String HOME = "weir.home";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path home = Path.of("target");

  private int bench(String... args) {
    System.setProperty(HOME, home.toString());
    CommandLine bench = Bench.commandLine();
    bench.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return bench.execute(args);
  }

  @AfterEach
  void leaveHome() {
    System.clearProperty(HOME);
  }

  @Tag("slow")
  @Test
  void drainsABacklogAndHoldsTheAnswersToTheOracle() throws IOException {
    // Here nothing is built as ./weir does it: every module's class path is the one of this test.
    build("tools/cli");
    build("runners/direct");
    Files.copy(
        Path.of(System.getProperty("weir.jvm.args")), home.resolve("runners").resolve("jvm.args"));
    Path results = home.resolve("results");
    int exit =
        bench(
            "drain",
            "--contestants=weir-direct",
            "--count-of=weir-direct=300",
            "--rounds=1",
            "--out=" + results);
    assertThat(err.toString()).isEmpty();
    assertThat(exit).isZero();
    assertThat(Files.readString(results.resolve("drain.md")))
        .containsPattern("\\| weir-direct \\| 304 \\| .* \\| exact \\|");
    assertThat(Files.readString(results.resolve("drain.json")))
        .contains("\"contestant\" : \"weir-direct\"", "\"verdict\" : \"exact\"", "\"beam\"")
        .containsPattern("\"startSpeed\" : [\\d.]+");
  }

  @Tag("slow")
  @Test
  void backTestsAFileFromStartToEnd() throws IOException {
    build("tools/backtest");
    Path results = home.resolve("results");
    int exit = bench("backtest", "--count=3000", "--length=1d", "--rounds=1", "--out=" + results);
    assertThat(err.toString()).isEmpty();
    assertThat(exit).isZero();
    assertThat(Files.readString(results.resolve("backtest.md")))
        .containsPattern("\\| other limits \\| 3,000 \\| [1-9]")
        .containsPattern("\\| two keys \\| 3,000 \\| [1-9]");
    assertThat(Files.readString(results.resolve("backtest.json")))
        .containsPattern("\"processorSeconds\" : [1-9\\d.]+")
        .containsPattern("\"peakBytes\" : [\\d.]+E8");
  }

  private void build(String module) throws IOException {
    Path target = Files.createDirectories(home.resolve(module).resolve("target"));
    // Surefire hides the real class path of a test behind a jar of its own.
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Files.writeString(target.resolve("classpath"), classPath);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          drain --contestants=plain | bench/plain is not built: start it by ./weir
          drain --contestants=plane | --contestants: no contestant 'plane', expected one of plain, native-flink, kafka-streams, structured-streaming, windowed-group-by, weir-flink, weir-flink-tuned, weir-spark, weir-direct
          control --rules=pom.xml   | control judges by a book of its own; leave --rules out
          growth --what=people      | --what: 'people' is none of users, rules, partitions, window, hot-card, features, keys, hot-shop
          """)
  void misuseIsSaidInOneLine(String line, String message) {
    assertThat(bench(line.split(" "))).isNotZero();
    assertThat(err.toString().lines().findFirst()).contains("weir: " + message);
  }
}
