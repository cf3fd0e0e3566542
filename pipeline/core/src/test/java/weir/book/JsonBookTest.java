package weir.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.failure.MisuseException;

/** JSON is YAML, so a book may be written in JSON. */
class JsonBookTest {
  private static final String YAML =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      currencyScale: {JPY: 160}
      rules:
        - id: busy
          version: 2
          kind: count-in-window
          severity: low
          moreThan: 3
          window: 1 min
          filter:
            paymentMethod: [PayPal, "Café 😀"]
            amountBelow: 50.25
            coordinates: true
      """;

  private static final String JSON =
      """
      {
      \t"allowedLateness": "1 min",
      \t"allowedClockSkew": "5 s",
      \t"currencyScale": {"JPY": 160},
      \t"rules": [
      \t\t{
      \t\t\t"id": "busy", "version": 2, "kind": "count-in-window", "severity": "low",
      \t\t\t"moreThan": 3, "window": "1 min",
      \t\t\t"filter": {
      \t\t\t\t"paymentMethod": ["PayPal", "Caf\\u00e9 \\ud83d\\ude00"],
      \t\t\t\t"amountBelow": 50.25,
      \t\t\t\t"coordinates": true
      \t\t\t}
      \t\t}
      \t]
      }
      """;

  private static RuleBook read(Path folder, String name, String text) throws Exception {
    return RuleBookReader.read(Files.writeString(folder.resolve(name), text));
  }

  @Test
  void theSameBookInJsonIsTheSameBook(@TempDir Path folder) throws Exception {
    assertThat(read(folder, "rules.json", JSON)).isEqualTo(read(folder, "rules.yaml", YAML));
  }

  @Test
  void onOneLineToo(@TempDir Path folder) throws Exception {
    String line = JSON.replaceAll("[\n\t ]*\n[\t ]*", "");
    assertThat(line).doesNotContain("\n");
    assertThat(read(folder, "rules.json", line)).isEqualTo(read(folder, "rules.yaml", YAML));
    assertThat(read(folder, "rules.json", line.replace("\": ", "\":").replace(", \"", ",\"")))
        .isEqualTo(read(folder, "rules.yaml", YAML));
  }

  @Test
  void faultsHaveTheirPlaces(@TempDir Path folder) {
    String wrong = JSON.replace("\"low\"", "\"lo\"").replace("\"coordinates\"", "\"coordinate\"");
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> read(folder, "rules.json", wrong))
        .withMessageContaining("rules.json:7:71: rules[1].severity: found 'lo'")
        .withMessageContaining("rules.json:12:5: rules[1].filter: unknown 'coordinate'");
  }

  @Test
  void brokenJsonHasItsPlace(@TempDir Path folder) {
    String broken = JSON.replace("\"moreThan\": 3, ", "\"moreThan\": 3 ");
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> read(folder, "rules.json", broken))
        .withMessageContaining("rules.json:8:26: not JSON");
  }
}
