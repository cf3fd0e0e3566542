package weir.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The version that commands tell. */
class ReleaseTest {
  @Test
  void itIsThatOfTheBuild() {
    assertThat(Path.of("pom.xml"))
        .content()
        .containsPattern("<version>" + Release.VERSION + "(-SNAPSHOT)?</version>");
  }
}
