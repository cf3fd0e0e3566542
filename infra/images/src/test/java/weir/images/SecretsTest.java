package weir.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder = Path.of("");

  private Secrets secrets =
      new Secrets(new ComposeFile(folder, Yaml.documents("{}").get(0)), folder, folder);

  @BeforeEach
  void make() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("compose.yaml"),
            """
            services:
              job: {image: "job:1", secrets: [settings, word]}
            secrets:
              settings: {file: ./secrets/settings}
              word: {file: ./secrets/word}
            """);
    for (String each : List.of("right", "others")) {
      Path made = Files.createDirectory(folder.resolve(each));
      Files.writeString(made.resolve("word"), each + "-word\n");
      Files.writeString(made.resolve("settings"), "of " + each + ", password=" + each + "-word;\n");
    }
    secrets =
        new Secrets(ComposeFile.read(file), folder.resolve("right"), folder.resolve("others"));
  }

  @Test
  void oneFileIsSomebodyElsesAndAllOthersAreRight() throws IOException {
    ContainerArguments arguments = secrets.othersFor("word");
    assertThat(mounted(arguments, "word")).isEqualTo("others-word\n");
    assertThat(mounted(arguments, "settings")).isEqualTo("of right, password=right-word;\n");
  }

  @Test
  void onlyThePasswordInAFileIsWrong() throws IOException {
    assertThat(mounted(secrets.wrongPasswordIn("settings", "word"), "settings"))
        .isEqualTo("of right, password=others-word;\n");
  }

  @Test
  void oneFileHasTheTextOfAnother() throws IOException {
    assertThat(mounted(secrets.swapped("settings", "word"), "settings")).isEqualTo("right-word\n");
  }

  @Test
  void aServiceCanLackOneFile() {
    Service job = secrets.compose().all().get(0);
    assertThat(job.without("word").texts("secrets")).containsExactly("settings");
  }

  private String mounted(ContainerArguments arguments, String name) throws IOException {
    String volume =
        arguments.create(secrets.compose().all().get(0)).stream()
            .filter(each -> each.endsWith(":/run/secrets/" + name + ":ro"))
            .findFirst()
            .orElseThrow();
    return Files.readString(Path.of(volume.replace("--volume=", "").split(":", 2)[0]));
  }
}
