package weir.train.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script beside a stand-in for ./weir, whose training gives what the test says. */
class DemoModelScriptTest {
  private static final String SHIPPED = "tools/cli/src/main/resources/weir/cli/demo";
  private static final String OLD = "a".repeat(64);
  private static final String NEW = "b".repeat(64);
  private static final String WEIR =
      """
      #!/usr/bin/env bash
      echo "$@" >> said
      for each in "$@"; do [[ $each != --out=* ]] || out=${each#--out=}; done
      case $1 in
        demo) echo "rules" ;;
        train)
          name=$(cat name)
          cp trained "$out/model-${name:0:12}.json"
          echo "    artefact: $name" > "$out/rule-${name:0:12}.yaml"
          ;;
      esac
      """;

  @TempDir private Path folder = Path.of("target");

  @BeforeEach
  void checkOut() throws IOException {
    Path script = file("tools/learn/demo-model");
    Files.copy(Path.of("demo-model"), script, StandardCopyOption.COPY_ATTRIBUTES);
    assertThat(Files.writeString(file("weir"), WEIR).toFile().setExecutable(true)).isTrue();
    write(SHIPPED + "/model-aaaaaaaaaaaa.json", "old\n");
    write(SHIPPED + "/on-trial.yaml", "    artefact: " + OLD + "\n    over: 600\n");
    write("tmp/keep", "");
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return file;
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(file(name), content);
  }

  private void trains(String name, String content) throws IOException {
    write("name", name);
    write("trained", content);
  }

  private String script(int expected, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(folder.resolve("tools/learn/demo-model").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TMPDIR", folder.resolve("tmp").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(expected);
    return said;
  }

  private List<String> temporary() throws IOException {
    return names("tmp");
  }

  private List<String> names(String of) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(of))) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theSameModelIsSaidToBeTheSame() throws Exception {
    trains(OLD, "old\n");
    assertThat(script(0)).contains("The same: " + SHIPPED + "/model-aaaaaaaaaaaa.json");
    assertThat(temporary()).containsExactly("keep");
    assertThat(Files.readAllLines(folder.resolve("said")))
        .satisfiesExactly(
            produce -> assertThat(produce).startsWith("produce @tools/learn/demo-model.log --to="),
            demo -> assertThat(demo).isEqualTo("demo --print-rules"),
            train -> assertThat(train).startsWith("train @tools/learn/demo-model.training "));
  }

  @Test
  void anotherModelIsKeptAndEndsWithOne() throws Exception {
    trains(NEW, "new\n");
    assertThat(script(1)).contains("/model-bbbbbbbbbbbb.json").contains("--update").contains(NEW);
    assertThat(temporary()).containsExactly("keep", "model-bbbbbbbbbbbb.json");
    assertThat(names(SHIPPED)).containsExactly("model-aaaaaaaaaaaa.json", "on-trial.yaml");
  }

  /** A file that was changed by hand has another name than its content. */
  @Test
  void otherBytesOfTheSameNameAreAnother() throws Exception {
    trains(OLD, "new\n");
    assertThat(script(1)).contains("Another model than the one that ships");
  }

  @Test
  void anUpdatePutsItInPlace() throws Exception {
    trains(NEW, "new\n");
    assertThat(script(0, "--update")).contains("Updated: ");
    assertThat(names(SHIPPED)).containsExactly("model-bbbbbbbbbbbb.json", "on-trial.yaml");
    assertThat(folder.resolve(SHIPPED + "/model-bbbbbbbbbbbb.json")).hasContent("new\n");
    assertThat(folder.resolve(SHIPPED + "/on-trial.yaml"))
        .hasContent("    artefact: " + NEW + "\n    over: 600\n");
    assertThat(temporary()).containsExactly("keep");
    assertThat(script(0)).contains("The same: ");
  }

  @Test
  void whatItDoesNotKnowIsRefused() throws Exception {
    assertThat(script(2, "--updat")).contains("expected --update or nothing");
    assertThat(folder.resolve("said")).doesNotExist();
  }
}
