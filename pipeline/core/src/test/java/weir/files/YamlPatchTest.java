package weir.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.files.YamlPatch.Value;

class YamlPatchTest {
  private static final Value VERSION = new Value("version", "4", "version", "id");

  private static String patch(String yaml, Value... values) {
    return YamlPatch.item(yaml, "rules", "id", "b", List.of(values));
  }

  @Test
  void everyOtherLetterStays() {
    String yaml =
        """
        # 😀 a comment
        rules:
          - id: a
            version: 3
          - id: b   # the second
            version: 3   # was two
            limit: 5
        """;
    assertThat(patch(yaml, VERSION, new Value("mode", "shadow", "rollout", "version")))
        .isEqualTo(
            """
            # 😀 a comment
            rules:
              - id: a
                version: 3
              - id: b   # the second
                version: 4
                mode: shadow   # was two
                limit: 5
            """);
  }

  @Test
  void aFieldGivesWayToAnother() {
    assertThat(
            patch(
                "rules: [{id: b, version: 3, mode: shadow, limit: 5}]",
                VERSION,
                new Value("rollout", "10 %", "mode", "version")))
        .isEqualTo("rules: [{id: b, version: 4, rollout: 10 %, limit: 5}]");
  }

  @Test
  void whatIsMissingIsPutBehindAnotherInOneLineToo() {
    assertThat(patch("rules: [{id: b, version: 3}]", new Value("mode", "live", "mode", "version")))
        .isEqualTo("rules: [{id: b, version: 3, mode: live}]");
  }

  @Test
  void whatIsNotThereCannotBeChanged() {
    assertThatThrownBy(() -> patch("rules: [{id: a}]", VERSION))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
