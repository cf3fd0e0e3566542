package weir.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may delete a folder among the temporary files, and when. */
class FoldersTest {
  @TempDir private Path among = Path.of("target");

  /** Makes a temporary folder, tells it, and waits to be killed. */
  static final class Owner {
    private Owner() {}

    @SuppressWarnings("SystemOut") // The test listens.
    public static void main(String[] args) throws IOException {
      Path folder = Folders.temporary(Path.of(args[0]), "weir-owned-");
      Files.createDirectories(folder.resolve("deep").resolve("down"));
      System.out.println(folder);
      while (System.in.read() >= 0) {
        // Until the test goes.
      }
    }
  }

  private Process owner() throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            List.of(java.toString(), "-cp", classPath, Owner.class.getName(), among.toString()))
        .start();
  }

  @Test
  void whatAKilledProcessLeftGoesWithTheNextAndWhatALivingOneHasStays()
      throws IOException, InterruptedException {
    Process owner = owner();
    Path owned =
        Path.of(Objects.requireNonNull(owner.inputReader(StandardCharsets.UTF_8).readLine()));
    Path own = Folders.temporary(among, "weir-own-");
    assertThat(owned).isDirectory();
    owner.destroyForcibly().waitFor();
    Path another = Folders.temporary(among, "weir-own-");
    assertThat(owned).doesNotExist();
    assertThat(own).isDirectory();
    Folders.delete(own);
    Folders.delete(another);
    assertThat(among).isEmptyDirectory();
  }

  @Test
  void whatIsKeptOrNeverWasTemporaryStays() throws IOException {
    Path kept = Folders.temporary(among, "weir-kept-");
    Folders.keep(kept);
    Path others = Files.createDirectory(among.resolve("weir-others"));
    Folders.delete(Folders.temporary(among, "weir-own-"));
    assertThat(kept).isEmptyDirectory();
    assertThat(others).isDirectory();
  }

  @Test
  void aFolderThatIsTakenForDataIsNoLongerTemporary() throws IOException {
    Path left = Files.createDirectory(among.resolve("weir-kafka-left"));
    Files.createFile(left.resolve(TemporaryMark.FILE));
    DataFolder.open(Optional.of(left)).close();
    Folders.delete(Folders.temporary(among, "weir-own-"));
    assertThat(left).isDirectory();
  }
}
