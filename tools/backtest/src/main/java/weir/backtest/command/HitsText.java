package weir.backtest.command;

import static weir.backtest.command.AnswerText.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Currencies;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Hits;
import weir.text.Table;

/** How right rules are, by what is labelled. */
final class HitsText {
  private static final int MOST_CURRENCIES = 8;

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

  static String share(String form, OptionalDouble share) {
    return share.isEmpty() ? RulesText.NONE : format(form, share.getAsDouble());
  }

  /**
   * What was paid in frauds that were caught and missed, a line for each currency. Where there are
   * many, only those are told that changed most, and not by rule.
   */
  static String money(Answer answer) {
    List<RulesText.Row> rows = RulesText.rows(answer);
    RulesText.Row any = rows.get(rows.size() - 1);
    int all = mostChanged(any).size();
    List<RulesText.Row> told = all > Currencies.FEW ? List.of(any) : rows;
    boolean both = answer.isComparison();
    Table table =
        (both
                ? new Table("money in frauds", "mode", "", "caught", "→", "missed", "→")
                : new Table("money in frauds", "mode", "", "caught", "missed"))
            .align(1, true)
            .align(2, true);
    for (RulesText.Row row : told) {
      boolean first = true;
      for (String currency : mostChanged(row).stream().limit(MOST_CURRENCIES).toList()) {
        List<String> cells =
            new ArrayList<>(List.of(first ? row.rule() : "", first ? row.mode() : "", currency));
        add(row, both, its -> paid(its.caught(), currency), cells);
        add(row, both, its -> paid(its.missed(), currency), cells);
        table.add(cells);
        first = false;
      }
    }
    int more = all - MOST_CURRENCIES;
    return all == 0
        ? ""
        : table.text() + (more > 0 ? format("and %,d currencies more%n", more) : "");
  }

  private static List<String> mostChanged(RulesText.Row row) {
    return Currencies.mostChanged(hits(row.before()), hits(row.after()));
  }

  static String paid(SortedMap<String, BigDecimal> money, String currency) {
    BigDecimal sum = money.getOrDefault(currency, BigDecimal.ZERO);
    return format("%,." + sum.scale() + "f", sum);
  }
}
