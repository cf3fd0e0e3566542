package weir.cli.rules;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import weir.book.RuleBook;
import weir.feature.Feature;
import weir.feature.KeyNames;
import weir.feature.Value;
import weir.files.Durations;
import weir.keys.Kept;
import weir.rules.AskingRule;
import weir.text.Table;

/** What the features of a book are, and what it makes a job keep of each key. */
final class NeedsText {
  private NeedsText() {}

  static void print(RuleBook book, PrintWriter out) {
    List<Feature> features = features(book);
    if (!features.isEmpty()) {
      Table table =
          new Table("Feature", "Is", "Of the", "Looks back").align(1, true).align(2, true);
      features.forEach(
          each ->
              table.add(
                  List.of(
                      each.name(),
                      typeOf(each),
                      keyOf(each),
                      Durations.print(each.window().reachMillis()))));
      out.print(table.text());
    }
    List<Kept> kept = Kept.of(book);
    if (kept.size() > 1 || !features.isEmpty()) {
      Table table = new Table("Key", "Payments one by one", "Summaries of older ones");
      table.align(2, true);
      kept.forEach(each -> table.add(List.of(each.key(), oneByOne(each), folded(each))));
      out.print(table.text());
    }
  }

  private static List<Feature> features(RuleBook book) {
    return book.rules().stream()
        .filter(AskingRule.class::isInstance)
        .flatMap(rule -> ((AskingRule) rule).features().stream())
        .distinct()
        .toList();
  }

  private static String keyOf(Feature feature) {
    return feature.by() == null ? KeyNames.USER : feature.by();
  }

  private static String typeOf(Feature feature) {
    return feature.type() == Value.Type.TEXT ? "a text" : "a number";
  }

  private static String oneByOne(Kept kept) {
    return kept.oneByOneMillis() == 0 ? "none" : Durations.print(kept.oneByOneMillis());
  }

  private static String folded(Kept kept) {
    return kept.folded().isEmpty()
        ? "none"
        : kept.folded().stream()
            .map(
                each ->
                    Durations.print(each.reachMillis())
                        + ", each of "
                        + Durations.print(each.edgeMillis())
                        + ", for "
                        + each.features()
                        + (each.features() == 1 ? " feature" : " features"))
            .collect(Collectors.joining("; "));
  }

  static void write(JsonGenerator json, RuleBook book) throws IOException {
    json.writeArrayFieldStart("features");
    for (Feature each : features(book)) {
      json.writeStartObject();
      json.writeStringField("name", each.name());
      json.writeStringField("type", each.type() == Value.Type.TEXT ? "text" : "number");
      json.writeStringField("by", keyOf(each));
      json.writeNumberField("reachMillis", each.window().reachMillis());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("keys");
    for (Kept each : Kept.of(book)) {
      json.writeStartObject();
      json.writeStringField("name", each.key());
      json.writeNumberField("oneByOneMillis", each.oneByOneMillis());
      json.writeArrayFieldStart("folded");
      for (Kept.Folded folded : each.folded()) {
        json.writeStartObject();
        json.writeNumberField("edgeMillis", folded.edgeMillis());
        json.writeNumberField("reachMillis", folded.reachMillis());
        json.writeNumberField("features", folded.features());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
