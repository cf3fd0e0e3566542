package weir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.failure.UnavailableException;

class PostgresProgramsTest {
  @Test
  void twoMayUnpackAtOnceAndNothingIsLeftBesides(@TempDir Path folder) throws Exception {
    URL archive =
        PostgresPrograms.archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    List<CompletableFuture<Path>> both =
        Stream.of(1, 2)
            .map(
                number ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return PostgresPrograms.unpacked(archive, folder);
                          } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                          }
                        }))
            .toList();
    Path programs = both.get(0).join();
    assertThat(both.get(1).join()).isEqualTo(programs);
    assertThat(programs.resolve("initdb")).isExecutable();
    try (Stream<Path> tree = Files.walk(programs.getParent())) {
      assertThat(tree).anyMatch(Files::isSymbolicLink);
    }
    assertThat(folder).isDirectoryContaining(programs.resolve("..").normalize()::equals);
    try (Stream<Path> content = Files.list(folder)) {
      assertThat(content).hasSize(1);
    }
  }

  @Test
  void aMachineWithoutProgramsIsSaid() {
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> PostgresPrograms.archive("Windows 11", "amd64"))
        .withMessage("there is no PostgreSQL for Windows 11 on amd64 on the class path");
  }
}
