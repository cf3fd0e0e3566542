package weir.score;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import weir.model.Json;

/** A score card for programs. */
public final class ScoreCardJson {
  private ScoreCardJson() {}

  public static byte[] write(ScoreCard card) {
    return Json.object(
        json -> {
          json.writeArrayFieldStart("rules");
          for (RuleScore rule : card.rules()) {
            rule(json, rule);
          }
          json.writeEndArray();
          kinds(json, "attacks", card.attacks());
          kinds(json, "lookAlikes", card.lookAlikes());
        });
  }

  private static void rule(JsonGenerator json, RuleScore rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", rule.ruleId());
    json.writeNumberField("alerts", rule.alerts());
    json.writeNumberField("right", rule.right());
    json.writeNumberField("onLookAlikes", rule.onLookAlikes());
    json.writeNumberField("onOrdinary", rule.onOrdinary());
    json.writeNumberField("precision", rule.precision());
    json.writeEndObject();
  }

  private static void kinds(JsonGenerator json, String name, List<KindScore> kinds)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (KindScore kind : kinds) {
      json.writeStartObject();
      json.writeStringField("kind", kind.kind());
      json.writeNumberField("campaigns", kind.campaigns());
      json.writeNumberField("noticed", kind.noticed());
      json.writeNumberField(kind.isFraud() ? "recall" : "hitShare", kind.recall());
      json.writeNumberField("payments", kind.payments());
      json.writeNumberField("flagged", kind.flagged());
      json.writeNumberField("medianDelayMillis", kind.medianDelayMillis());
      json.writeNumberField("p95DelayMillis", kind.p95DelayMillis());
      json.writeNumberField("medianPayments", kind.medianPayments());
      json.writeObjectFieldStart("byRule");
      for (Map.Entry<String, Long> each : kind.byRule().entrySet()) {
        json.writeNumberField(each.getKey(), each.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
