package weir.bench.ladder.backtest;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import weir.bench.ladder.report.Spread;
import weir.text.Table;

/** The rounds of each book, side by side. */
final class BacktestTable {
  private static final double MEGABYTE = 1 << 20;

  private BacktestTable() {}

  static Table of(List<BacktestRun> runs) {
    Table table =
        new Table(
            "book", "payments", "flagged", "payments/s", "seconds", "CPU-s", "CPU-s/M", "peak MB");
    for (TriedBook book : TriedBook.values()) {
      List<BacktestRun> its = runs.stream().filter(run -> run.book().equals(book.label())).toList();
      if (!its.isEmpty()) {
        table.add(
            List.of(
                book.label(),
                number(its.get(0).payments()),
                number(its.get(0).flagged()),
                cell(its, BacktestRun::speed, 1),
                cell(its, BacktestRun::seconds, 1),
                cell(its, BacktestRun::processorSeconds, 1),
                cell(its, BacktestRun::processorSecondsOfMillion, 1),
                cell(its, BacktestRun::peakBytes, MEGABYTE)));
      }
    }
    return table;
  }

  private static String number(long figure) {
    return String.format(Locale.ROOT, "%,d", figure);
  }

  private static String cell(
      List<BacktestRun> its, ToDoubleFunction<BacktestRun> figure, double unit) {
    return Spread.of(its.stream().mapToDouble(figure).boxed().toList()).orElseThrow().text(unit);
  }
}
