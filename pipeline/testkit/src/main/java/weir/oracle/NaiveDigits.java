package weir.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Checks that numbers use only the digits 0 to 9, as defined, whatever a parser accepts. */
final class NaiveDigits {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NUMBERS = List.of("latitude", "longitude", "amount");

  private NaiveDigits() {}

  /** What is wrong with the digits of a record that could be parsed. */
  static Optional<String> fault(byte[] record) {
    try {
      JsonNode fields = JSON.readTree(record);
      for (String name : NUMBERS) {
        JsonNode value = fields.get(name);
        if (value != null && value.isTextual() && !value.asText().matches("[-+.0-9eE]*")) {
          return Optional.of(name + " is not a number");
        }
      }
      JsonNode time = fields.get("timestamp");
      return time.isTextual() && !time.asText().matches("[-+.:0-9A-Za-z]*")
          ? Optional.of("timestamp is neither epoch milliseconds nor ISO-8601 with an offset")
          : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
