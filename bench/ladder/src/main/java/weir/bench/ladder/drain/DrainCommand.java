package weir.bench.ladder.drain;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.bench.ladder.arena.Arena;
import weir.bench.ladder.arena.Contestant;
import weir.bench.ladder.arena.RunOptions;
import weir.bench.ladder.log.Backlog;
import weir.bench.ladder.log.BacklogOptions;
import weir.bench.ladder.report.Report;
import weir.bench.ladder.round.Round;
import weir.bench.ladder.round.Run;
import weir.bench.ladder.round.TurnOptions;
import weir.text.Table;

/**
 * Measures how fast each contestant drains the same backlog, what that costs, and whether the
 * answers are right.
 */
@Command(
    name = "drain",
    description =
        "How fast a backlog is drained, what that costs, and whether the answers are right.",
    footer = {
      "",
      "Contestants take turns, round by round, each in a JVM of its own with the same heap. Who is",
      "slow gets a part of the backlog: its first transactions.",
      "",
      "  ./weir bench drain --contestants=plain,native-flink,weir-flink --count=2000000 --rounds=3"
    })
public final class DrainCommand implements Callable<Integer> {
  @Mixin TurnOptions turns = new TurnOptions();
  @Mixin RunOptions options = new RunOptions();
  @Mixin BacklogOptions traffic = new BacklogOptions();
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--count-of",
      paramLabel = "CONTESTANT=COUNT",
      split = ",",
      description =
          "Other sizes for some (default: on Spark a quarter of --count, weir-direct a 200th).")
  Map<String, Long> countOf = new HashMap<>();

  @Override
  public Integer call() {
    options.check();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Run> runs = new ArrayList<>();
    try (Arena arena = new Arena()) {
      Map<Long, Backlog> backlogs = new HashMap<>();
      for (Contestant each : options.contestants) {
        backlogs.computeIfAbsent(
            size(each), size -> traffic.fill(arena.client(), size, options.book(), out));
      }
      Round drain = new Round(arena, options, options.setting(TurnOptions.WARM_FROM));
      for (int round = 1; round <= turns.rounds; round++) {
        for (Contestant each : options.contestants) {
          if (arena.stopped()) {
            return 1;
          }
          Run run = drain.run(each, round, Objects.requireNonNull(backlogs.get(size(each))));
          runs.add(run);
          out.println(line(run));
          out.flush();
        }
      }
    }
    Table table = new DrainTable(runs).table();
    out.println();
    out.print(table.text());
    out.flush();
    Report.of(spec.commandLine().getParseResult().originalArgs(), settings(), runs)
        .write(options.out, "drain", table.markdown());
    return runs.stream().allMatch(Run::isRight) ? 0 : 1;
  }

  private long size(Contestant contestant) {
    Long asked = countOf.get(contestant.label());
    return asked == null ? Math.max(1, turns.count / contestant.share()) : asked;
  }

  private static String line(Run run) {
    Double warm = run.warmSpeed();
    Double speed = warm == null ? run.startSpeed() : warm;
    String measured =
        speed == null
            ? ""
            : String.format(
                Locale.ROOT, "%,.0f tx/s%s, ", speed, warm == null ? " from its start" : "");
    return "%s, round %d: %s%s".formatted(run.contestant(), run.round(), measured, run.verdict());
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(options.settings());
    settings.put("rounds", Integer.toString(turns.rounds));
    settings.put("users", Integer.toString(traffic.users));
    settings.put("rate", Double.toString(traffic.rate));
    settings.put("partitions", Integer.toString(traffic.partitions));
    return settings;
  }
}
