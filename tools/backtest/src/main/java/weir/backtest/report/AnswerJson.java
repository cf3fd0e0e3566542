package weir.backtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Change;
import weir.backtest.answer.Day;
import weir.backtest.answer.Example;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Hits;
import weir.backtest.answer.Overlap;
import weir.backtest.answer.Period;
import weir.backtest.answer.RuleAnswer;
import weir.backtest.answer.Volume;
import weir.model.Alert;
import weir.model.Json;

/** What a back-test found, for programs: the names and their order stay. */
public final class AnswerJson {
  private AnswerJson() {}

  /** One object, in one line. */
  public static String text(Answer answer) {
    return new String(Json.object(json -> fields(json, answer)), StandardCharsets.UTF_8);
  }

  static void fields(JsonGenerator json, Answer answer) throws IOException {
    json.writeStringField("before", answer.before());
    json.writeStringField("after", answer.after());
    json.writeBooleanField("partial", answer.partial());
    period(json, answer.period());
    volume(json, answer.volume());
    change(json, "change", Changes.ofAll(answer));
    json.writeObjectFieldStart("flagged");
    side(json, "before", answer.flagged().before());
    side(json, "after", answer.flagged().after());
    change(json, "change", answer.flagged().change());
    json.writeEndObject();
    json.writeArrayFieldStart("rules");
    for (RuleAnswer each : answer.rules()) {
      rule(json, each);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("overlaps");
    for (Overlap each : answer.overlaps()) {
      overlap(json, each);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("days");
    for (Day each : answer.days()) {
      json.writeStartObject();
      json.writeStringField("date", each.date().toString());
      json.writeNumberField("before", each.before());
      json.writeNumberField("after", each.after());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notes");
    for (String each : answer.notes()) {
      json.writeString(each);
    }
    json.writeEndArray();
  }

  static void period(JsonGenerator json, Period period) throws IOException {
    json.writeObjectFieldStart("period");
    json.writeStringField("from", Json.time(period.from()));
    json.writeStringField("to", Json.time(period.to()));
    json.writeNumberField("days", period.days());
    json.writeEndObject();
  }

  static void volume(JsonGenerator json, Volume volume) throws IOException {
    json.writeObjectFieldStart("volume");
    json.writeNumberField("records", volume.records());
    json.writeNumberField("payments", volume.payments());
    json.writeNumberField("deadLetters", volume.deadLetters());
    json.writeNumberField("unsettled", volume.unsettled());
    json.writeNumberField("labels", volume.labels());
    json.writeNumberField("frauds", volume.frauds());
    json.writeNumberField("unknown", volume.unknown());
    json.writeNumberField("sample", volume.sample());
    json.writeEndObject();
  }

  private static void change(JsonGenerator json, String name, Change change) throws IOException {
    json.writeObjectFieldStart(name);
    for (var part : Changes.BY_WORD.entrySet()) {
      json.writeNumberField(part.getKey(), part.getValue().applyAsLong(change));
    }
    json.writeEndObject();
  }

  static void side(JsonGenerator json, String name, Figures figures) throws IOException {
    json.writeObjectFieldStart(name);
    for (Measure each : Measure.values()) {
      // A whole number stays one: not 12.0.
      json.writePOJOField(each.word(), each.of(figures));
    }
    Hits hits = figures.hits();
    money(json, "caught", hits == null ? null : hits.caught());
    money(json, "missed", hits == null ? null : hits.missed());
    json.writeEndObject();
  }

  private static void money(
      JsonGenerator json, String name, @Nullable SortedMap<String, BigDecimal> money)
      throws IOException {
    if (money == null) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, BigDecimal> each : money.entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }

  private static void rule(JsonGenerator json, RuleAnswer rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", rule.rule());
    modes(json, "before", rule.before());
    modes(json, "after", rule.after());
    change(json, "change", rule.change());
    examples(json, "added", rule.added());
    examples(json, "removed", rule.removed());
    json.writeEndObject();
  }

  private static void modes(JsonGenerator json, String name, SortedMap<Alert.Mode, Figures> modes)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<Alert.Mode, Figures> each : modes.entrySet()) {
      side(json, each.getKey().code(), each.getValue());
    }
    json.writeEndObject();
  }

  private static void examples(JsonGenerator json, String name, List<Example> examples)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Example each : examples) {
      json.writeStartObject();
      json.writeStringField("alertId", each.alert());
      json.writeStringField("rule", each.rule());
      json.writeNumberField("ruleVersion", each.version());
      json.writeStringField("userId", each.user());
      json.writeStringField("transactionId", each.transaction());
      json.writeStringField("time", Json.time(each.time()));
      json.writeFieldName("amount");
      json.writeNumber(each.amount());
      json.writeStringField("currency", each.currency());
      json.writeStringField("standing", each.standing());
      json.writeStringField("reason", each.reason());
      json.writeStringField("truth", each.truth().code());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void overlap(JsonGenerator json, Overlap overlap) throws IOException {
    json.writeStartObject();
    json.writeStringField("one", overlap.one());
    json.writeStringField("other", overlap.other());
    json.writeNumberField("payments", overlap.payments());
    json.writeNumberField("ofOne", overlap.ofOne());
    json.writeNumberField("ofOther", overlap.ofOther());
    json.writeEndObject();
  }
}
