package weir.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release holds, and what its bytes depend on. */
class AssemblyTest {
  @TempDir private Path folder = Path.of("target");

  private SmallRelease release() throws IOException {
    return SmallRelease.in(folder);
  }

  private static String text(Assembly assembly, String name) throws IOException {
    Layout.Entry entry = Objects.requireNonNull(assembly.layout().entries().get(name), name);
    return new String(entry.open().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void classPathsBeginAtTheTop() throws IOException {
    SmallRelease release = release();
    Assembly assembly = release.assembly();
    assertThat(text(assembly, "tools/cli/target/classpath"))
        .isEqualTo("pipeline/target/classes:lib/library.jar");
    assertThat(text(assembly, "stores/s3/runners/flink/target/classpath"))
        .isEqualTo(
            "../../runners/flink/target/classes:../../pipeline/target/classes:../../lib/library.jar"
                + ":../../lib/s3.jar");
    assertThat(text(assembly, "stores/s3/tools/cli/target/classpath"))
        .isEqualTo(
            "../../tools/cli/target/classes:../../pipeline/target/classes:../../lib/library.jar");
    assertThat(assembly.layout().entries().keySet())
        .contains("weir", "README.md", "docs/rules.md", "stores/s3/runners/jvm.args")
        .noneMatch(name -> name.startsWith("infra/release/") || name.endsWith(".java"));
  }

  @Test
  void noticesOfLibrariesAreThere() throws IOException {
    SmallRelease release = release();
    Assembly assembly = release.assembly();
    assertThat(text(assembly, "NOTICE")).contains("made by others", "made by a cloud");
    assertThat(text(assembly, "licences/s3.jar.META-INF.NOTICE.txt")).isEqualTo("made by a cloud");
  }

  @Test
  void theBillNamesWhatIsShippedAndNothingElse() throws IOException {
    SmallRelease release = release();
    String bill = release.assembly().bill(release.bills());
    JsonNode json = new ObjectMapper().readTree(bill);
    assertThat(json.path("components").findValuesAsText("name"))
        .containsExactlyInAnyOrder("library.jar", "s3.jar", "weir-cli");
    assertThat(json.path("dependencies"))
        .hasToString("[{\"ref\":\"weir\",\"dependsOn\":[\"library.jar\"]}]");
  }

  @Test
  void aLibraryThatTheBillLacksIsTold() throws IOException {
    SmallRelease release = release();
    Assembly assembly = release.assembly();
    List<Path> bill = List.of(release.bill("library.jar"));
    assertThatThrownBy(() -> assembly.bill(bill)).hasMessageContaining("s3.jar");
  }

  @Test
  void unlikeLibrariesOfOneNameAreTold() throws IOException {
    Libraries libraries = new Libraries();
    Path one = Files.writeString(Files.createDirectory(folder.resolve("1")).resolve("a.jar"), "1");
    Path same = Files.writeString(Files.createDirectory(folder.resolve("2")).resolve("a.jar"), "1");
    Path other =
        Files.writeString(Files.createDirectory(folder.resolve("3")).resolve("a.jar"), "2");
    assertThat(libraries.add(one)).isEqualTo(libraries.add(same)).isEqualTo("lib/a.jar");
    assertThatThrownBy(() -> libraries.add(other)).hasMessageContaining("one name");
  }

  @Test
  void bytesDependOnContentsAlone() throws IOException {
    SmallRelease release = release();
    Path one = release.tarball("1.tar.gz");
    try (Stream<Path> all = Files.walk(release.snapshot("plain"))) {
      for (Path each : all.toList()) {
        Files.setLastModifiedTime(each, FileTime.from(Instant.EPOCH));
      }
    }
    assertThat(release.tarball("2.tar.gz")).hasSameBinaryContentAs(one);
    SmallRelease elsewhere = SmallRelease.in(Files.createDirectory(folder.resolve("else where")));
    assertThat(elsewhere.tarball("3.tar.gz")).hasSameBinaryContentAs(one);
  }

  @Test
  void theTarballNamesNobody() throws IOException {
    SmallRelease release = release();
    byte[] tar;
    try (GzipCompressorInputStream in =
        new GzipCompressorInputStream(Files.newInputStream(release.tarball("1.tar.gz")))) {
      tar = in.readAllBytes();
    }
    try (TarFile file = new TarFile(tar)) {
      assertThat(file.getEntries())
          .isSortedAccordingTo((one, other) -> one.getName().compareTo(other.getName()))
          .allMatch(each -> each.getName().startsWith("weir-0.1.0/"))
          .allMatch(each -> each.getUserName().equals("root") && each.getLongUserId() == 0)
          .allMatch(
              each ->
                  each.getLastModifiedTime()
                      .toInstant()
                      .equals(Instant.parse("2026-01-01T00:00:00Z")))
          .allMatch(each -> (each.getMode() & 0111) != 0 == each.getName().endsWith("/weir"));
    }
  }

  @Test
  void checksumsAreThoseThatSha256sumChecks() throws IOException, InterruptedException {
    SmallRelease release = release();
    release.tarball("1.tar.gz");
    Checksums.list(folder);
    Process check =
        new ProcessBuilder("sha256sum", "--check", "--strict", Checksums.NAME)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("1.tar.gz: OK");
    assertThat(check.waitFor()).isZero();
  }
}
