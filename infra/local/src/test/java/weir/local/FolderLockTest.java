package weir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.failure.UnavailableException;

class FolderLockTest {
  /** Another process, which tries to take a folder. */
  static final class Other {
    private static final int TAKEN = 0;
    private static final int REFUSED = 3;

    private Other() {}

    public static void main(String[] args) throws IOException {
      try (FolderLock lock = FolderLock.take(Path.of(args[0]))) {
        System.exit(TAKEN);
      } catch (UnavailableException refused) {
        System.exit(REFUSED);
      }
    }

    static int triesToTake(Path folder) throws IOException, InterruptedException {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Other.class.getName(),
              folder.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }

  private static void assertRefusedHere(Path folder) {
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> FolderLock.take(folder))
        .withMessage("the data folder %s is in use by another server", folder);
  }

  @Test
  void neitherThisProcessNorAnotherHasAFolderTwice(@TempDir Path folder) throws Exception {
    try (FolderLock lock = FolderLock.take(folder)) {
      assertThat(lock).isNotNull();
      // On POSIX, whoever closes a file ends all locks of its process on it.
      assertRefusedHere(folder);
      assertThat(Other.triesToTake(folder)).isEqualTo(Other.REFUSED);
    }
    assertThat(Other.triesToTake(folder)).isEqualTo(Other.TAKEN);
  }

  @Test
  void aFolderThatAPlainKafkaUsesIsInUse(@TempDir Path folder) throws IOException {
    Path kafkas = folder.resolve(".lock");
    try (FileChannel file =
        FileChannel.open(kafkas, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(file.tryLock()).isNotNull();
      assertRefusedHere(folder);
    }
    FolderLock.take(folder).close();
  }
}
