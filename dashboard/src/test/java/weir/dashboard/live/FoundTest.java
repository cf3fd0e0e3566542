package weir.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weir.form.AlertJson;
import weir.model.Alert;
import weir.model.FlatJson;
import weir.model.Severity;

/** What the page takes for an alert. */
class FoundTest {
  /** A control character takes most in JSON. */
  private static final String CHARACTER = "\u0001";

  private static Alert largest() {
    String id = CHARACTER.repeat(256);
    return new Alert(
        "0".repeat(64),
        Alert.Status.WITHDRAWN,
        "r".repeat(64),
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        Alert.Mode.SNOOZED,
        Severity.CRITICAL,
        id,
        id,
        0,
        -1,
        0,
        Long.MAX_VALUE,
        /* observed= */ null,
        /* limit= */ null,
        /* unit= */ null,
        object("f", 16, 1024),
        object("k", 8, 2049),
        Collections.nCopies(Alert.MOST_EVIDENCE, id),
        Long.MAX_VALUE,
        CHARACTER.repeat(1100));
  }

  private static String object(String name, int size, int length) {
    SortedMap<String, @Nullable Object> values = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      values.put(name.repeat(62) + (10 + i), CHARACTER.repeat(length));
    }
    return FlatJson.of(values);
  }

  /** As many features, keys and ids as there can be, each as long as it can be. */
  @Test
  void theLargestAlertIsOne() throws IOException {
    byte[] json = AlertJson.write(largest());
    assertThat(json.length).isGreaterThan(230_000);
    assertThat(Found.read(json, 1).alert()).isEqualTo(largest());
  }

  @Test
  void aRecordThatIsLargerIsNone() {
    String json = new String(AlertJson.write(largest()), StandardCharsets.UTF_8);
    byte[] larger = json.replace("rrr", "r".repeat(3000)).getBytes(StandardCharsets.UTF_8);
    assertThatIOException()
        .isThrownBy(() -> Found.read(larger, 1))
        .withMessage("no alert is as long as " + larger.length + " bytes");
  }
}
