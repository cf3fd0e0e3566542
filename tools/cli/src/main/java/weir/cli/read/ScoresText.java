package weir.cli.read;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.labels.RuleScores;
import weir.labels.RuleScores.OfMoney;
import weir.labels.RuleScores.OfRule;
import weir.model.Json;
import weir.text.Table;

/** How right rules have been, as text. */
final class ScoresText {
  /** Most currencies have as many; some have three. */
  private static final int USUAL_DECIMALS = 2;

  private ScoresText() {}

  static String table(RuleScores scores) {
    Table table =
        new Table(
            "Rule",
            "version",
            "mode",
            "alerts",
            "fraud",
            "honest",
            "unlabelled",
            "precision",
            "recall");
    for (OfRule each : scores.rules()) {
      table.add(
          List.of(
              each.rule(),
              String.valueOf(each.version()),
              each.mode(),
              count(each.alerts()),
              count(each.frauds()),
              count(each.honest()),
              count(each.unlabelled()),
              percent(each.precision()),
              percent(each.recall())));
    }
    Table sums = new Table("Currency", "frauds", "flagged", "caught", "missed");
    for (OfMoney each : scores.money()) {
      sums.add(
          List.of(
              each.currency(),
              count(each.frauds()),
              count(each.flagged()),
              money(each.caught()),
              money(each.missed())));
    }
    return table.text().indent(2)
        + '\n'
        + sums.text().indent(2)
        + '\n'
        + money(scores.rules()).text().indent(2);
  }

  /** Sums of different currencies stay apart, so each has a row. */
  private static Table money(List<OfRule> rules) {
    Table table = new Table("Rule", "version", "mode", "currency", "caught", "missed");
    for (OfRule rule : rules) {
      for (Map.Entry<String, BigDecimal> missed : rule.missed().entrySet()) {
        BigDecimal caught = rule.caught().getOrDefault(missed.getKey(), BigDecimal.ZERO);
        table.add(
            List.of(
                rule.rule(),
                String.valueOf(rule.version()),
                rule.mode(),
                missed.getKey(),
                money(caught),
                money(missed.getValue())));
      }
    }
    return table;
  }

  static String json(RuleScores scores) {
    return new String(
        Json.object(
            json -> {
              json.writeArrayFieldStart("rules");
              for (OfRule each : scores.rules()) {
                json.writeStartObject();
                json.writeStringField("rule", each.rule());
                json.writeNumberField("version", each.version());
                json.writeStringField("mode", each.mode());
                json.writeNumberField("alerts", each.alerts());
                json.writeNumberField("frauds", each.frauds());
                json.writeNumberField("honest", each.honest());
                json.writeNumberField("unlabelled", each.unlabelled());
                part(json, "precision", each.precision());
                part(json, "recall", each.recall());
                amounts(json, "caught", each.caught());
                amounts(json, "missed", each.missed());
                json.writeEndObject();
              }
              json.writeEndArray();
              json.writeArrayFieldStart("money");
              for (OfMoney each : scores.money()) {
                json.writeStartObject();
                json.writeStringField("currency", each.currency());
                json.writeNumberField("frauds", each.frauds());
                json.writeNumberField("flagged", each.flagged());
                json.writeNumberField("caught", each.caught());
                json.writeNumberField("missed", each.missed());
                json.writeEndObject();
              }
              json.writeEndArray();
            }),
        StandardCharsets.UTF_8);
  }

  private static void part(JsonGenerator json, String name, @Nullable BigDecimal part)
      throws IOException {
    if (part == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, part);
    }
  }

  private static void amounts(JsonGenerator json, String name, Map<String, BigDecimal> sums)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, BigDecimal> each : sums.entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(@Nullable BigDecimal share) {
    return share == null
        ? ""
        : String.format(Locale.ROOT, "%.1f %%", share.movePointRight(2).doubleValue());
  }

  private static String money(BigDecimal sum) {
    int decimals = Math.max(USUAL_DECIMALS, sum.stripTrailingZeros().scale());
    return String.format(Locale.ROOT, "%,." + decimals + "f", sum);
  }
}
