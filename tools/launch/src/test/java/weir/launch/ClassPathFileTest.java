package weir.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathFileTest {
  @TempDir private Path folder = Path.of("target");

  @Test
  void partsOfAReleaseBeginAtItsHomeAndOthersStayWhereTheyAre() throws IOException {
    Path file =
        Files.writeString(folder.resolve("classpath"), "../../lib/a.jar:/repository/b.jar:c\n");
    assertThat(ClassPathFile.read(file, Path.of("/a release/stores/s3")))
        .isEqualTo("/a release/lib/a.jar:/repository/b.jar:/a release/stores/s3/c");
  }
}
