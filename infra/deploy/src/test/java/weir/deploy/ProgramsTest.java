package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weir.images.Yaml;
import weir.local.LocalKafka;
import weir.local.Topics;

/** The programs of the images, started as the files start them, in a JVM of their own. */
@Tag("slow")
@Timeout(60)
class ProgramsTest {
  private static final String PAGE_IS_UP = "Live page: http://";

  static Stream<List<String>> producers() {
    return Stream.of(Compose.command("producer"), inKubernetes("producer"));
  }

  static Stream<List<String>> pages() {
    return Stream.of(Compose.command("dashboard"), inKubernetes("dashboard"));
  }

  private static List<String> inKubernetes(String deployment) {
    return Manifests.of("Deployment").stream()
        .filter(each -> each.name().equals(deployment))
        .map(each -> Yaml.texts(each.body().findValue("args")))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("producers")
  void theProducerSends(List<String> command, @TempDir Path folder)
      throws IOException, InterruptedException {
    try (LocalKafka kafka = LocalKafka.start()) {
      Topics.usual(1, true).create(kafka.bootstrapServers());
      List<String> here = new ArrayList<>(here(command, kafka.bootstrapServers(), folder));
      here.add("--count=5");
      Process producer = start("weir.cli.Weir", here);
      String output = new String(producer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(producer.waitFor()).as(output).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thePageComesUp(List<String> command, @TempDir Path folder) throws IOException {
    // Nobody is at that port: a page starts without its sources.
    Process page = start("weir.dashboard.Main", here(command, "127.0.0.1:9", folder));
    try (BufferedReader output = page.inputReader()) {
      assertThat(output.lines().filter(line -> line.startsWith(PAGE_IS_UP)).findFirst())
          .isPresent();
    } finally {
      page.destroyForcibly();
    }
  }

  /** The command with addresses and files of this machine instead of a container's. */
  private static List<String> here(List<String> command, String kafka, Path folder)
      throws IOException {
    Path nothing = Files.writeString(folder.resolve("nothing"), "");
    return command.stream()
        .map(option -> option.replaceFirst("(?i)^(--bootstrap-?servers)=.*", "$1=" + kafka))
        .map(
            option ->
                option.replaceFirst(
                    "^--jdbcUrl=.*", "--jdbcUrl=jdbc:postgresql://127.0.0.1:9/weir"))
        .map(option -> option.replaceFirst("=/(run|etc)/.*", "=" + nothing))
        .map(option -> option.replace("--bind=0.0.0.0", "--bind=127.0.0.1"))
        .map(option -> option.replaceFirst("^--port=.*", "--port=0"))
        .toList();
  }

  private static Process start(String main, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-cp", System.getProperty("java.class.path"), main));
    command.addAll(options);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
