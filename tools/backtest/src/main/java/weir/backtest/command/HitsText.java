package weir.backtest.command;

import static weir.backtest.command.AnswerText.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Hits;
import weir.text.Table;

/** How right rules are, by what is labelled. */
final class HitsText {
  private HitsText() {}

  static String hits(Answer answer) {
    boolean both = answer.isComparison();
    List<String> header = new ArrayList<>(List.of("rule", "mode"));
    for (String each : List.of("frauds", "precision", "recall", "false alarms a fraud")) {
      header.add(each);
      if (both) {
        header.add("→");
      }
    }
    Table table = new Table(header).align(1, true);
    for (RulesText.Row row : RulesText.rows(answer)) {
      if (isLabelled(row)) {
        List<String> cells = new ArrayList<>(List.of(row.rule(), row.mode()));
        add(row, both, its -> format("%,d", its.frauds()), cells);
        add(row, both, its -> share("%.3f", its.precision()), cells);
        add(row, both, its -> share("%.3f", its.recall()), cells);
        add(row, both, its -> share("%,.1f", its.falseAlarmsPerFraud()), cells);
        table.add(cells);
      }
    }
    return table.text();
  }

  /** Totals are about no single payment. */
  private static boolean isLabelled(RulesText.Row row) {
    return hits(row.before()) != null || hits(row.after()) != null;
  }

  private static @Nullable Hits hits(@Nullable Figures figures) {
    return figures == null ? null : figures.hits();
  }

  private static void add(
      RulesText.Row row, boolean both, Function<Hits, String> figure, List<String> cells) {
    if (both) {
      cells.add(of(row.before(), figure));
    }
    cells.add(of(row.after(), figure));
  }

  private static String of(@Nullable Figures figures, Function<Hits, String> figure) {
    Hits hits = hits(figures);
    return hits == null ? RulesText.NONE : figure.apply(hits);
  }

  private static String share(String form, OptionalDouble share) {
    return share.isEmpty() ? RulesText.NONE : format(form, share.getAsDouble());
  }

  /** What was paid in frauds that were caught and missed, a line for each currency. */
  static String money(Answer answer) {
    boolean both = answer.isComparison();
    Table table =
        (both
                ? new Table("money in frauds", "mode", "", "caught", "→", "missed", "→")
                : new Table("money in frauds", "mode", "", "caught", "missed"))
            .align(1, true)
            .align(2, true);
    boolean any = false;
    for (RulesText.Row row : RulesText.rows(answer)) {
      boolean first = true;
      for (String currency : currencies(row)) {
        List<String> cells =
            new ArrayList<>(List.of(first ? row.rule() : "", first ? row.mode() : "", currency));
        add(row, both, its -> paid(its.caught(), currency), cells);
        add(row, both, its -> paid(its.missed(), currency), cells);
        table.add(cells);
        first = false;
        any = true;
      }
    }
    return any ? table.text() : "";
  }

  private static SortedSet<String> currencies(RulesText.Row row) {
    SortedSet<String> currencies = new TreeSet<>();
    addCurrencies(hits(row.before()), currencies);
    addCurrencies(hits(row.after()), currencies);
    return currencies;
  }

  private static void addCurrencies(@Nullable Hits hits, SortedSet<String> currencies) {
    if (hits != null) {
      currencies.addAll(hits.caught().keySet());
      currencies.addAll(hits.missed().keySet());
    }
  }

  private static String paid(SortedMap<String, BigDecimal> money, String currency) {
    BigDecimal sum = money.getOrDefault(currency, BigDecimal.ZERO);
    return format("%,." + sum.scale() + "f", sum);
  }
}
