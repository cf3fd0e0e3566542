package weir.bench.ladder.drain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.bench.ladder.arena.Contestant;
import weir.bench.ladder.report.Spread;
import weir.bench.ladder.round.Run;
import weir.text.Table;

/** The results of each contestant over all rounds, side by side. */
final class DrainTable {
  private static final double MEGABYTE = 1 << 20;
  private static final String NOTHING = "-";

  private final List<Run> runs;

  DrainTable(List<Run> runs) {
    this.runs = List.copyOf(runs);
  }

  Table table() {
    Table table =
        new Table(
            "contestant",
            "transactions",
            "tx/s warm",
            "of its native",
            "of plain",
            "tx/s whole",
            "tx/s from start",
            "CPU-s/M warm",
            "CPU-s/M whole",
            "peak MB",
            "live heap MB",
            "allocated B/tx",
            "alert records",
            "alerts",
            "answers");
    for (Contestant each : Contestant.values()) {
      List<Run> its = runsOf(each);
      if (!its.isEmpty()) {
        table.add(row(each, its));
      }
    }
    return table;
  }

  private List<String> row(Contestant contestant, List<Run> its) {
    List<String> row = new ArrayList<>();
    row.add(contestant.label());
    row.add(number(its.get(0).transactions()));
    row.add(cell(spread(its, Run::warmSpeed), 1));
    row.add(ratio(contestant, contestant.peer()));
    row.add(ratio(contestant, Contestant.PLAIN));
    row.add(cell(spread(its, Run::wholeSpeed), 1));
    row.add(cell(spread(its, Run::startSpeed), 1));
    row.add(cell(spread(its, Run::warmProcessorSeconds), 1));
    row.add(cell(spread(its, Run::wholeProcessorSeconds), 1));
    row.add(cell(spread(its, Run::peakBytes), MEGABYTE));
    row.add(cell(spread(its, Run::liveHeapBytes), MEGABYTE));
    row.add(cell(spread(its, Run::allocatedBytes), 1));
    row.add(number(its.stream().mapToLong(Run::records).max().orElse(0)));
    row.add(number(its.stream().mapToLong(Run::alerts).max().orElse(0)));
    row.add(its.stream().map(Run::verdict).distinct().collect(Collectors.joining("; ")));
    return row;
  }

  private String ratio(Contestant one, @Nullable Contestant other) {
    if (other == null) {
      return NOTHING;
    }
    Optional<String> warm = ratio(one, other, Run::warmSpeed);
    // A contestant that judges a backlog in one batch has no warm stretch and is compared from the
    // start.
    return warm.or(() -> ratio(one, other, Run::startSpeed).map(figure -> figure + " from start"))
        .orElse(NOTHING);
  }

  private Optional<String> ratio(
      Contestant one, Contestant other, Function<Run, @Nullable Double> speed) {
    Optional<Spread> others = spread(runsOf(other), speed);
    return spread(runsOf(one), speed)
        .flatMap(its -> others.map(its::ratioTo))
        .map(figure -> String.format(Locale.ROOT, "%.2f", figure));
  }

  private List<Run> runsOf(Contestant contestant) {
    return runs.stream().filter(run -> run.contestant().equals(contestant.label())).toList();
  }

  private static Optional<Spread> spread(List<Run> runs, Function<Run, @Nullable Double> figure) {
    return Spread.of(runs.stream().map(figure).filter(Objects::nonNull).toList());
  }

  private static String cell(Optional<Spread> spread, double unit) {
    return spread.map(its -> its.text(unit)).orElse(NOTHING);
  }

  private static String number(long figure) {
    return String.format(Locale.ROOT, "%,d", figure);
  }
}
