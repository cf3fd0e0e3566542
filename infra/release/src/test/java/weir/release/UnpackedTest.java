package weir.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher out of a tarball, in a folder with spaces that nobody can write to. */
class UnpackedTest {
  @TempDir private Path folder = Path.of("target");
  private Path home = folder;

  private record Said(List<String> lines, int exitCode) {
    String last() {
      return lines.get(lines.size() - 1);
    }
  }

  @BeforeEach
  void unpack() throws IOException, InterruptedException {
    Path tarball =
        SmallRelease.in(Files.createDirectory(folder.resolve("made"))).tarball("r.tar.gz");
    Path target = Files.createDirectory(folder.resolve("some programs"));
    Process tar =
        new ProcessBuilder("tar", "xzf", tarball.toString(), "--no-same-owner")
            .directory(target.toFile())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    home = target.resolve("weir-0.1.0").toRealPath();
    permit("r-xr-xr-x");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** So that the folder can be deleted. */
  @AfterEach
  void permitAll() throws IOException {
    permit("rwxr-xr-x");
  }

  private void permit(String folders) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path each : all.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(folders));
      }
    }
  }

  private static Said run(Path home, List<String> before, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.add(home.resolve("weir").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(said.lines().toList(), process.waitFor());
  }

  private Said says(String... arguments) throws IOException, InterruptedException {
    return run(home, List.of(), arguments);
  }

  @Test
  void runsFromWhereItIs() throws IOException, InterruptedException {
    assertThat(says("now").lines()).startsWith("hello", home.toString(), "null");
  }

  @Test
  void anyUserCanRunIt() throws IOException, InterruptedException {
    boolean isRoot = System.getProperty("user.name").equals("root");
    List<String> nobody =
        isRoot ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") : List.of();
    Said said = run(home, nobody, "now");
    assertThat(said.lines()).startsWith("hello", home.toString());
    if (isRoot) {
      assertThat(said.last()).isEqualTo("nobody");
    }
  }

  @Test
  void aLinkToItIsAsGood() throws IOException, InterruptedException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("weir"), home.resolve("weir"));
    assertThat(run(bin, List.of(), "now").lines()).startsWith("hello", home.toString());
  }

  @Test
  void aJobForAClusterHasItsJar() throws IOException, InterruptedException {
    assertThat(says("run", "--runner=flink", "--flinkMaster=somewhere:1").lines())
        .contains(home.resolve("runners/flink/target/weir-flink.jar").toString());
  }

  @Test
  void enginesKnowS3WhenAnOptionNamesIt() throws IOException, InterruptedException {
    assertThat(says("run", "--runner=flink", "--lake=s3://bucket/lake").lines())
        .startsWith("hello", home.resolve("stores/s3").toString());
    Said cluster =
        says("run", "--runner=flink", "--flinkMaster=somewhere:1", "--lake=s3://bucket/lake");
    assertThat(cluster.last()).contains("'./weir package --s3 ENGINE' in a checkout makes one");
    assertThat(cluster.exitCode()).isEqualTo(1);
    assertThat(says("run", "--runner=flink", "--lake=gs://bucket/lake").last())
        .isEqualTo("weir: a release has no parts for gcs: run it from a checkout");
  }

  @Test
  void whatNeedsSourcesIsRefused() throws IOException, InterruptedException {
    for (String each : List.of("package", "bench")) {
      Said said = says(each);
      assertThat(said.last()).contains(each + ": this is a release, which has no sources");
      assertThat(said.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void aPartThatIsGoneIsTold() throws IOException, InterruptedException {
    assertThat(says("train").last())
        .isEqualTo("weir: this release has no tools/learn: unpack it again");
  }

  @Test
  void aFolderThatNoClassPathCanNameIsRefused() throws IOException, InterruptedException {
    permitAll();
    Path moved = Files.move(home, folder.resolve("a:b"));
    assertThat(run(moved, List.of(), "now").last()).contains("has a colon in its name");
    home = moved;
  }
}
