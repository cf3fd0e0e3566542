package weir.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LicencesTest {
  private static Component library(String name, String... licences) {
    return new Component("org.example", name, "1", List.of(licences));
  }

  @Test
  void aLicenceThatNobodyHasLookedAtCannotBeReleased() {
    assertThatThrownBy(
            () -> Licences.checked().table(List.of(library("a", "MIT", "Business Source 1.1"))))
        .hasMessageContaining("org.example:a: Business Source 1.1")
        .hasMessageContaining("licences.tsv")
        .hasMessageNotContaining("MIT");
  }

  @Test
  void neitherCanALibraryThatNamesNone() {
    assertThatThrownBy(() -> Licences.checked().table(List.of(library("a"))))
        .hasMessageContaining("org.example:a names none");
  }

  @Test
  void aLicenceHasOneNameHoweverItIsWritten() throws IOException {
    List<Component> libraries =
        List.of(
            library("b", "GPL-2.0-with-classpath-exception", "EPL-2.0"),
            library("a", "Apache License, 2.0", "Apache-2.0"),
            new Component("oro", "oro", "2.0.8", List.of()));
    assertThat(Licences.checked().table(libraries))
        .isEqualTo(
            """
            library\tversion\tlicences
            org.example:a\t1\tApache-2.0
            org.example:b\t1\tGPL-2.0 with Classpath Exception, EPL-2.0
            oro:oro\t2.0.8\tApache-1.1
            """);
  }
}
