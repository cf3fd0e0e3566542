package weir.backtest.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Hits;

/** A figure of a table, and how it is told of what stands on a side. */
record Column(String name, Function<Figures, String> cell) {
  /** How much work it makes. */
  static final List<Column> WORK =
      List.of(
          new Column("alerts", figures -> Told.count(figures.alerts())),
          new Column("a day", figures -> Told.perDay(figures.perDay())),
          new Column("users", figures -> Told.count(figures.users())));

  /** How right it is. */
  static final List<Column> RIGHT =
      List.of(
          ofHits("frauds found", hits -> Told.count(hits.frauds())),
          ofHits("precision", hits -> Told.part(hits.precision())),
          ofHits("recall", hits -> Told.part(hits.recall())),
          ofHits("false alarms a fraud", hits -> Told.ratio(hits.falseAlarmsPerFraud())));

  /** What was paid in a currency. */
  static Stream<Column> money(String currency) {
    return Stream.of(
        ofHits("caught, " + currency, hits -> money(hits.caught(), currency)),
        ofHits("missed, " + currency, hits -> money(hits.missed(), currency)));
  }

  private static String money(SortedMap<String, BigDecimal> money, String currency) {
    BigDecimal sum = money.get(currency);
    return sum == null ? "0" : Told.amount(sum);
  }

  private static Column ofHits(String name, Function<Hits, String> cell) {
    return new Column(
        name,
        figures -> {
          Hits hits = figures.hits();
          return hits == null ? Told.NOTHING : cell.apply(hits);
        });
  }

  /** The cell of a side; where a rule does not stand there is nothing to tell. */
  String of(@Nullable Figures side) {
    return side == null ? Told.NOTHING : cell.apply(side);
  }
}
