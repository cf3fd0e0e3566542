package weir.cli.models;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import weir.learn.Model;
import weir.learn.ModelInput;
import weir.learn.Span;
import weir.model.Json;
import weir.model.Printable;
import weir.text.Table;

/** A model, as text. */
final class ModelText {
  private static final int DECIMALS_OF_METRICS = 6;

  private ModelText() {}

  /** What it is, and what it reached. */
  static String of(Model model) {
    StringBuilder text = new StringBuilder();
    text.append("Model ").append(model.name()).append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "  %s, %d trees over %d inputs%n",
            model.content().learner().word(),
            model.content().trees().size(),
            model.inputs().size()));
    text.append("  trained on   ").append(span(model.content().training().learned()));
    text.append("  validated on ").append(span(model.content().training().validated()));
    text.append("  tested on    ").append(span(model.content().training().tested()));
    model
        .content()
        .training()
        .metrics()
        .forEach(
            (name, millionths) ->
                text.append("    ")
                    .append(name)
                    .append(' ')
                    .append(
                        BigDecimal.valueOf(millionths, DECIMALS_OF_METRICS)
                            .stripTrailingZeros()
                            .toPlainString())
                    .append('\n'));
    return text.toString();
  }

  private static String span(Span span) {
    return span.rows() == 0
        ? "nothing\n"
        : String.format(
            Locale.ROOT,
            "%s to %s, %,d transactions, %,d frauds%n",
            Json.time(span.from()),
            Json.time(span.to()),
            span.rows(),
            span.frauds());
  }

  /** What it looks at. */
  static String inputs(Model model) {
    Table table = new Table("input", "decimals", "usually").align(2, true);
    for (ModelInput each : model.inputs()) {
      table.add(
          List.of(
              Printable.text(each.text()),
              String.valueOf(each.scale().decimals()),
              each.normal() == null ? "" : Printable.text(each.normal())));
    }
    StringBuilder text = new StringBuilder(table.text());
    if (!model.features().isEmpty()) {
      text.append("Features, as a book must define them:\n");
    }
    for (Map.Entry<String, String> each : model.features().entrySet()) {
      text.append("  ")
          .append(Printable.text(each.getKey()))
          .append(": ")
          .append(Printable.text(each.getValue()));
      text.append('\n');
    }
    return text.toString();
  }
}
