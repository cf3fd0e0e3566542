package weir.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script as it is started, in a small checkout: what a command runs from. */
class LauncherTest {
  @TempDir private static Path classes = Path.of("target");
  @TempDir private Path folder = Path.of("target");
  private Checkout checkout = new Checkout(folder, classes);

  @BeforeAll
  static void compile() throws IOException {
    Checkout.compile(classes);
  }

  @BeforeEach
  void checkOut() throws IOException {
    checkout = Checkout.in(folder.resolve("a checkout"), classes);
  }

  @Test
  void aRunningCommandKeepsItsClassesWhenOthersAreBuilt() throws IOException {
    Checkout.Command running = checkout.start("wait").awaitStart();
    checkout.write("second");
    assertThat(checkout.says("now")).isEqualTo("second");
    assertThat(checkout.snapshots()).isEqualTo(2);
    assertThat(running.goOn()).isEqualTo("first");
  }

  @Test
  void whatNobodyRunsFromGoesWithTheNextBuild() throws IOException {
    checkout.start("wait").awaitStart().goOn();
    checkout.write("second");
    checkout.says("now");
    assertThat(checkout.snapshots()).isEqualTo(1);
  }

  @Test
  void aCommandThatWasKilledHoldsNothing() throws IOException, InterruptedException {
    Checkout.Command running = checkout.start("wait").awaitStart();
    running.kill();
    checkout.write("second");
    checkout.says("now");
    assertThat(checkout.snapshots()).isEqualTo(1);
  }

  @Test
  void nothingIsBuiltTwice() throws IOException {
    Checkout.Command one = checkout.start("now");
    Checkout.Command other = checkout.start("now");
    assertThat(one.lastLine()).isEqualTo(other.lastLine()).isEqualTo("first");
    assertThat(checkout.says("now")).isEqualTo("first");
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void theClassPathOfASnapshotIsItsOwnAndReadAsItStands() throws IOException {
    checkout.says("now");
    assertThat(checkout.snapshot().resolve("tools/cli/target/classpath"))
        .hasContent(
            checkout.snapshot().resolve("pipeline/target/classes")
                + ":"
                + checkout.folder().resolve("library.jar"))
        .content()
        .doesNotEndWith("\n");
  }

  @Test
  void aCopyRunsItsOwnCodeWhateverBecomesOfTheOriginal() throws IOException {
    checkout.says("now");
    Checkout copy = checkout.copiedTo(folder.resolve("copy"));
    checkout.write("original");
    checkout.says("now");
    assertThat(copy.says("now")).isEqualTo("first");
    Files.move(copy.folder(), folder.resolve("moved"));
    assertThat(new Checkout(folder.resolve("moved"), classes).says("now")).isEqualTo("first");
  }

  @Test
  void aSourceThatChangesWhileItIsBuiltIsBuiltAgain() throws IOException {
    assertThat(checkout.start(Map.of("CHANGE_TO", "second"), "now").lastLine()).isEqualTo("first");
    assertThat(checkout.says("now")).isEqualTo("second");
  }

  @Test
  void aSourceThatIsGoneIsNoticed() throws IOException {
    Path more = checkout.file("pipeline/src/main/java/weir/More.java");
    Files.writeString(more, "package weir; class More {}");
    checkout.says("now");
    Files.delete(more);
    checkout.says("now");
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void aLibraryThatIsGoneIsFetchedAgain() throws IOException {
    checkout.says("now");
    Files.delete(checkout.folder().resolve("library.jar"));
    assertThat(checkout.says("now")).isEqualTo("first");
    assertThat(checkout.folder().resolve("library.jar")).exists();
  }

  @Test
  void theJarOfARunningSubmitStays() throws IOException {
    String[] submit = {"run", "--runner=flink", "--flinkMaster=somewhere:1"};
    Path jar = Path.of(checkout.says(submit));
    assertThat(jar).startsWith(checkout.folder().resolve(".weir"));
    Path published = checkout.folder().resolve("runners/flink/target/weir-flink.jar");
    try (BufferedReader open = Files.newBufferedReader(published)) {
      checkout.write("second");
      assertThat(checkout.says("package", "flink")).endsWith("weir-flink.jar");
      assertThat(open.readLine()).isEqualTo("first");
    }
    assertThat(published).content().isEqualTo("second\n");
    assertThat(jar).content().isEqualTo("first\n");
  }

  @Test
  void aBackTestInAClusterHasTheJarOfTheJob() throws IOException {
    assertThat(checkout.says("backtest", "--runner=flink", "--flinkMaster=somewhere:1"))
        .endsWith("runners/flink/target/weir-flink.jar");
    assertThat(checkout.snapshot().resolve("tools/backtest/target/classpath")).exists();
    assertThat(checkout.snapshot().resolve("infra/distributions/flink/target/classpath")).exists();
    assertThat(checkout.says("backtest", "--runner=spark")).isEqualTo("first");
    assertThat(checkout.snapshot().resolve("runners/spark/target/classpath")).exists();
    assertThat(checkout.says("backtest")).isEqualTo("first");
  }

  @Test
  void aDemoHasWhatItsPageStarts() throws IOException {
    assertThat(checkout.says("demo")).isEqualTo("first");
    assertThat(checkout.snapshot().resolve("dashboard/target/classpath")).exists();
    assertThat(checkout.snapshot().resolve("tools/backtest/target/classpath")).exists();
  }

  @Test
  void anObjectStoreThatAnOptionNamesIsOnTheEnginesClassPathAndOnNoOther() throws IOException {
    String[] onS3 = {"run", "--runner=flink", "--lake=s3://bucket/lake"};
    assertThat(checkout.says(onS3)).isEqualTo("first");
    assertThat(checkout.says("run", "--runner=flink", "--lake", "lake")).isEqualTo("first");
    assertThat(checkout.says("backtest", "--runner=spark", "--log", "gs://bucket/lake"))
        .isEqualTo("first");
    checkout.says(onS3);
    checkout.says("read", "--topic=s3://bucket/lake");
    assertThat(checkout.commandLines())
        .extracting(line -> line.contains(" -Ds3 "), line -> line.contains(" -Dgcs "))
        .containsExactly(tuple(true, false), tuple(false, false), tuple(false, true));
  }

  @Test
  void aJobJarForAnObjectStoreIsNoJarForAnother() throws IOException {
    String[] plain = {"run", "--runner=flink", "--flinkMaster=somewhere:1", "--lake=lake"};
    String[] onS3 = {"run", "--runner=flink", "--flinkMaster=somewhere:1", "--lake=s3://b/lake"};
    checkout.says(onS3);
    Path jar = Path.of(checkout.says(plain));
    assertThat(Path.of(checkout.says(onS3))).exists().isNotEqualTo(jar);
    assertThat(checkout.says("package", "--s3", "flink")).endsWith("weir-flink.jar");
    assertThat(checkout.commandLines())
        .filteredOn(line -> line.contains("-Djob-jar.folder="))
        .extracting(line -> line.contains(" -Ds3 "))
        .containsExactly(true, false, true);
  }

  @Test
  void aFailedBuildIsToldAndLeavesTheLastOne() throws IOException, InterruptedException {
    Checkout.Command running = checkout.start("wait").awaitStart();
    checkout.write("nonsense");
    Checkout.Command failed = checkout.start("now");
    assertThat(failed.lastLine()).isEqualTo("weir: the build failed; Maven's words are above");
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(running.goOn()).isEqualTo("first");
    checkout.write("mended");
    assertThat(checkout.says("now")).isEqualTo("mended");
  }

  @Test
  void aJavaThatWillNotDoIsNamed() throws IOException {
    Path jdk = Files.createDirectories(folder.resolve("jdk"));
    assertThat(checkout.start(Map.of("JAVA_HOME", jdk.toString()), "now").lastLine())
        .isEqualTo(
            "weir: JAVA_HOME is %s, but there is no bin/java in it: set it to a JDK 17"
                .formatted(jdk));
    Path java = Files.createDirectory(jdk.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"1.8.0_402\"\n");
    assertThat(checkout.start(Map.of("JAVA_HOME", jdk.toString()), "now").lastLine())
        .startsWith("weir: " + java + " is Java 8, but Weir needs 17");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    assertThat(checkout.start(Map.of("JAVA_HOME", jdk.toString()), "now").lastLine())
        .startsWith("weir: " + java + " is of a Java that cannot compile");
  }

  @Test
  void helpOfAMeasurementBuildsNothingToMeasure() throws IOException {
    assertThat(checkout.start("bench", "--help").output())
        .contains("Building bench/ladder (")
        .doesNotContain("runners/", "bench/plain");
    assertThat(checkout.start("bench", "chaos", "--help").output())
        .contains("bench/chaos (")
        .doesNotContain("runners/", "the job jar");
  }

  @Test
  void anUnknownEngineIsMisuse() throws IOException, InterruptedException {
    Checkout.Command wrong = checkout.start("package", "flnk");
    assertThat(wrong.lastLine())
        .isEqualTo("weir: package: no engine 'flnk', expected direct, flink or spark");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(checkout.builds()).isZero();
  }
}
