package weir.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of an alert: the order of its fields never changes, so equal alerts are equal
 * bytes.
 */
public final class AlertJson {
  /** Keeps the decimals of money as they were written: 3600.50 is not 3600.5. */
  private static final JsonMapper READER =
      JsonMapper.builder(Json.FACTORY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private AlertJson() {}

  public static byte[] write(Alert alert) {
    return Json.object(
        json -> {
          json.writeStringField("alertId", alert.id());
          json.writeStringField("status", alert.status().code());
          json.writeStringField("rule", alert.ruleId());
          json.writeNumberField("ruleVersion", alert.ruleVersion());
          json.writeStringField("severity", alert.severity().code());
          json.writeStringField("userId", alert.userId());
          Json.optional(json, "transactionId", alert.transactionId());
          json.writeStringField("eventTime", Json.time(alert.eventTime()));
          json.writeStringField("windowStart", Json.time(alert.windowStart()));
          json.writeStringField("windowEnd", Json.time(alert.windowEnd()));
          json.writeNumberField("seen", alert.seen());
          json.writeNumberField("observed", alert.observed());
          json.writeNumberField("limit", alert.limit());
          json.writeStringField("unit", alert.unit());
          json.writeArrayFieldStart("evidence");
          for (String id : alert.evidence()) {
            json.writeString(id);
          }
          json.writeEndArray();
          json.writeNumberField("evidenceCount", alert.evidenceCount());
          json.writeStringField("reason", alert.reason());
        });
  }

  /** Reads what {@link #write} wrote; throws {@link IOException} if it is something else. */
  public static Alert read(byte[] json) throws IOException {
    JsonNode tree = READER.readTree(json);
    try {
      List<String> evidence = new ArrayList<>();
      field(tree, "evidence").forEach(id -> evidence.add(id.asText()));
      JsonNode transactionId = tree.get("transactionId");
      return new Alert(
          text(tree, "alertId"),
          Alert.Status.of(text(tree, "status")),
          text(tree, "rule"),
          field(tree, "ruleVersion").intValue(),
          Severity.valueOf(text(tree, "severity").toUpperCase(Locale.ROOT)),
          text(tree, "userId"),
          transactionId == null ? null : transactionId.asText(),
          time(tree, "eventTime"),
          time(tree, "windowStart"),
          time(tree, "windowEnd"),
          field(tree, "seen").longValue(),
          decimal(tree, "observed"),
          decimal(tree, "limit"),
          text(tree, "unit"),
          evidence,
          field(tree, "evidenceCount").longValue(),
          text(tree, "reason"));
    } catch (RuntimeException wrong) {
      throw new IOException("not an alert: " + wrong.getMessage(), wrong);
    }
  }

  private static JsonNode field(@Nullable JsonNode tree, String name) {
    JsonNode field = tree == null ? null : tree.get(name);
    if (field == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return field;
  }

  private static String text(JsonNode tree, String name) {
    return field(tree, name).asText();
  }

  private static long time(JsonNode tree, String name) {
    return Instant.parse(text(tree, name)).toEpochMilli();
  }

  private static BigDecimal decimal(JsonNode tree, String name) {
    return field(tree, name).decimalValue();
  }
}
