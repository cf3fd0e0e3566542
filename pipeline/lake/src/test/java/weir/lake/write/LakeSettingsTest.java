package weir.lake.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where a lake can be. */
class LakeSettingsTest {
  private static LakeSettings lake(Object folder) {
    return LakeSettings.of(folder.toString(), 1, 1, 1);
  }

  @Test
  void aFileIsNoFolderAndHoldsNone(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(lake(file).fileInItsPlace()).contains(file);
    assertThat(lake(file.resolve("lake")).fileInItsPlace()).contains(file);
    assertThat(lake(file.toUri()).fileInItsPlace()).contains(file);
    assertThat(lake(folder).fileInItsPlace()).isEmpty();
    assertThat(lake(folder.resolve("new/lake")).fileInItsPlace()).isEmpty();
  }

  @Test
  void aFolderThatIsOrCanBeMadeIsWritableAndIsLeftAsItWas(@TempDir Path folder) {
    assertThat(lake(folder).whyNotWritable()).isEmpty();
    assertThat(lake(folder.resolve("new/lake")).whyNotWritable()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  /** Where even root cannot write. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void whereNoFileCanBeMadeItIsSaid() {
    assertThat(lake("/proc/self/lake").whyNotWritable())
        .hasValueSatisfying(why -> assertThat(why).endsWith(" in /proc/self"));
  }

  @Test
  void ofOtherFileSystemsNothingIsKnown() {
    assertThat(lake("s3://bucket/lake").fileInItsPlace()).isEmpty();
    assertThat(lake("s3://bucket/lake").whyNotWritable()).isEmpty();
  }
}
