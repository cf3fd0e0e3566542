package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** infra/make-secrets. */
class MadeSecretsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void hasAFileForEachSecretOfTheComposeFileAndNobodySeesTheAuthority() throws Exception {
    MadeSecrets made = MadeSecrets.in(folder.resolve("secrets"));
    assertThat(contents(made).keySet()).containsAll(Compose.named("secrets").keySet());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.folder())))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.file("ca.key"))))
        .isEqualTo("rw-------");
    assertThat(contents(made).keySet()).noneMatch(name -> name.startsWith("part"));
    // No container is given the authority's key.
    assertThat(Compose.named("secrets").keySet()).doesNotContain("ca.key");
  }

  @Test
  void leavesWhatIsThere() throws Exception {
    MadeSecrets made = MadeSecrets.in(folder.resolve("secrets"));
    Map<String, String> before = contents(made);
    MadeSecrets.in(made.folder());
    assertThat(contents(made)).isEqualTo(before);
  }

  @Test
  void renewsCertificatesAndNothingElse() throws Exception {
    MadeSecrets made = MadeSecrets.in(folder.resolve("secrets"));
    Map<String, String> before = contents(made);
    MadeSecrets.in(made.folder(), "--renew");
    Map<String, String> after = contents(made);
    List<String> renewed =
        before.entrySet().stream()
            .filter(each -> !each.getValue().equals(after.get(each.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(renewed)
        .containsExactlyInAnyOrder(
            "kafka-admin.properties",
            "kafka-broker.pem",
            "kafka-health.properties",
            "postgres.crt",
            "postgres.key");
  }

  @Test
  void anotherPasswordIsInTheClientsFile() throws Exception {
    MadeSecrets made = MadeSecrets.in(folder.resolve("secrets"));
    String before = made.password("kafka-job");
    Files.delete(made.file("kafka-job-password"));
    MadeSecrets.in(made.folder());
    assertThat(made.password("kafka-job")).isNotEqualTo(before).hasSize(48);
    assertThat(made.text("kafka-job.properties"))
        .contains("username=\"weir-job\" password=\"" + made.password("kafka-job") + "\";")
        .doesNotContain(before);
  }

  @Test
  void anAuthorityWithoutItsKeyIsNotReplaced() throws Exception {
    MadeSecrets made = MadeSecrets.in(folder.resolve("secrets"));
    Files.delete(made.file("ca.key"));
    assertThatThrownBy(() -> MadeSecrets.in(made.folder()))
        .hasMessageStartingWith("make-secrets: ca.crt is there and ca.key is not");
  }

  private static Map<String, String> contents(MadeSecrets made) throws Exception {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(made.folder())) {
      for (Path each : files.toList()) {
        contents.put(each.getFileName().toString(), Files.readString(each));
      }
    }
    return contents;
  }
}
