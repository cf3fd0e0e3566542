package weir.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.failure.MisuseException;

class ComposeFileTest {
  private static final String FILE =
      """
      name: one
      x-base: &base
        restart: unless-stopped
        read_only: true
        tmpfs: ["/tmp:mode=1777"]
      services:
        page:
          <<: *base
          image: ours-page:1.0
          build: {context: .., dockerfile: Dockerfile, target: page}
          command: [serve, --port=80]
          environment: {A: "1", B: two words}
          user: "9:9"
          tmpfs: ["/tmp", "/run/page:uid=9,gid=9,mode=2775"]
          secrets: [word]
          ports: ["127.0.0.1:8080:80"]
          volumes: ["data:/data", "./conf:/conf:ro"]
          security_opt: ["no-new-privileges:true"]
          depends_on:
            store: {condition: service_healthy}
        store:
          <<: *base
          image: store:1.0
          restart: "no"
          init: true
          stop_grace_period: 1m30s
          healthcheck:
            test: [CMD, ready, --now]
            interval: 5s
            timeout: 3s
            retries: 4
            start_period: 1m
        other:
          <<: *base
          image: other:1.0
          profiles: [special]
      volumes: {data: }
      secrets:
        word: {file: ./secrets/the-word}
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void aProfileHasItsServicesAndThoseOfNone() throws IOException {
    assertThat(names(read(FILE).services("special"))).containsExactly("page", "store", "other");
    assertThat(names(read(FILE).services("usual"))).containsExactly("page", "store");
  }

  @Test
  void whoIsWaitedForStartsFirst() throws IOException {
    assertThat(names(Composition.inOrder(read(FILE).all())))
        .containsExactly("store", "page", "other");
  }

  @Test
  void everythingThatAServiceSaysReachesItsContainer() throws IOException {
    ComposeFile file = read(FILE);
    ContainerArguments arguments = new ContainerArguments(file, Path.of("/passwords"));
    assertThat(arguments.create(service(file, "page")))
        .contains(
            "--name=page",
            "--network=one:alias=page",
            "--restart=unless-stopped",
            "--read-only",
            "--read-only-tmpfs=false",
            "--tmpfs=/tmp",
            "--tmpfs=/run/page:U,mode=2775",
            "--env=A=1",
            "--env=B=two words",
            "--user=9:9",
            "--publish=127.0.0.1:8080:80",
            "--volume=one_data:/data",
            "--volume=" + folder.toAbsolutePath().resolve("conf") + ":/conf:ro",
            "--volume=/passwords/the-word:/run/secrets/word:ro",
            "--security-opt=no-new-privileges")
        .endsWith("localhost/ours-page:1.0", "serve", "--port=80");
    assertThat(arguments.create(service(file, "store")))
        .contains("--restart=no", "--init", "--tmpfs=/tmp:mode=1777")
        .endsWith("docker.io/library/store:1.0");
  }

  @Test
  void healthIsAskedAsTheFileTells() throws IOException {
    Service store = service(read(FILE), "store");
    HealthCheck check = store.healthCheck().orElseThrow();
    assertThat(check.command()).containsExactly("ready", "--now");
    assertThat(check.patience()).isEqualTo(Duration.ofSeconds(60 + 4 * (5 + 3)));
    assertThat(store.graceSeconds()).isEqualTo(90);
    assertThat(service(read(FILE), "page").graceSeconds()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"privileged: true", "networks: [one]", "build: {cache_from: [a]}"})
  void whatIsNotUnderstoodIsNotPassedOver(String line) {
    assertThatThrownBy(
            () ->
                read(FILE.replace("    image: other:1.0", "    image: other:1.0\n    " + line))
                    .all())
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining("of other is not known here");
  }

  @Test
  void aFolderOfAnotherUserIsNotPassedOver() throws IOException {
    ComposeFile file = read(FILE.replace("uid=9,", "uid=8,"));
    assertThatThrownBy(
            () -> new ContainerArguments(file, Path.of("/passwords")).create(service(file, "page")))
        .hasMessageContaining("tmpfs of page belongs to another user");
  }

  @Test
  void aNewPartOfTheFileIsNotPassedOver() {
    assertThatThrownBy(() -> read(FILE + "networks: {one: }\n").all())
        .hasMessage("compose file: 'networks' is not known here");
  }

  private ComposeFile read(String text) throws IOException {
    return ComposeFile.read(Files.writeString(folder.resolve("compose.yaml"), text));
  }

  private static Service service(ComposeFile file, String name) {
    return file.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> names(List<Service> services) {
    return services.stream().map(Service::name).toList();
  }
}
