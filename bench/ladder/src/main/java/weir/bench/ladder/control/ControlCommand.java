package weir.bench.ladder.control;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.bench.ladder.arena.Arena;
import weir.bench.ladder.arena.Contestant;
import weir.bench.ladder.arena.RunOptions;
import weir.bench.ladder.arena.Setting;
import weir.bench.ladder.log.Backlog;
import weir.bench.ladder.log.BacklogOptions;
import weir.bench.ladder.report.Report;
import weir.bench.ladder.report.Spread;
import weir.bench.ladder.round.Round;
import weir.bench.ladder.round.Run;
import weir.bench.ladder.round.TurnOptions;
import weir.command.Values;
import weir.failure.MisuseException;
import weir.text.Table;

/**
 * Drains the same backlog with a fixed file of rules, with a control topic, with a list, and with a
 * full control topic.
 */
@Command(
    name = "control",
    description =
        "What it costs that rules can change: the same drain in three settings, in turns.",
    footer = {
      "",
      "none: --controlTopic=none. topic: a control topic with one book. list: the same, and one of its",
      "rules asks a list of one member about every payment. full: many books, a long list, and changes",
      "of it. All judge by the rules that look at users alone.",
      "",
      "  ./weir bench control --contestants=weir-flink --count=1000000 --rounds=3"
    })
public final class ControlCommand implements Callable<Integer> {
  @Mixin TurnOptions turns = new TurnOptions();
  @Mixin RunOptions options = new RunOptions();
  @Mixin BacklogOptions traffic = new BacklogOptions();
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--notices",
      converter = Values.HowMany.class,
      defaultValue = "1000",
      description = "Notices of the full topic, half of them books (default: ${DEFAULT-VALUE}).")
  int notices;

  @Option(
      names = "--members",
      converter = Values.HowMany.class,
      defaultValue = "100000",
      description = "Members of its list (default: ${DEFAULT-VALUE}).")
  int members;

  /** How a contestant is to run, and the backlog with the right answers for that. */
  private record Case(Setting setting, List<String> further, Backlog backlog) {}

  @Override
  public Integer call() {
    if (options.hasRules()) {
      throw new MisuseException("control judges by a book of its own; leave --rules out");
    }
    options.check();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Table table =
        new Table(
            "contestant", "rules", "tx/s warm", "of none", "CPU-s/M warm", "of none", "answers");
    List<Run> all = new ArrayList<>();
    try (Arena arena = new Arena()) {
      for (Contestant each : options.contestants.stream().filter(Contestant::isWeir).toList()) {
        long size = Math.max(1, turns.count / each.share());
        Backlog backlog = traffic.fill(arena.client(), size, options.book(), out);
        Map<String, List<Run>> runs = runs(arena, each, cases(arena, backlog), out);
        runs.forEach(
            (name, its) -> {
              table.add(row(each, name, its, Objects.requireNonNull(runs.get("none"))));
              all.addAll(its);
            });
      }
    }
    out.println();
    out.print(table.text());
    out.flush();
    Report.of(spec.commandLine().getParseResult().originalArgs(), settings(), all)
        .write(options.out, "control", table.markdown());
    return all.stream().allMatch(Run::isRight) ? 0 : 1;
  }

  private Map<String, Case> cases(Arena arena, Backlog backlog) {
    int books = notices / 4;
    long end =
        Backlog.records(arena.client(), backlog.topic()).stream()
            .mapToLong(record -> record.position().time())
            .max()
            .orElseThrow();
    Setting byFile = options.setting(TurnOptions.WARM_FROM);
    Map<String, Case> cases = new LinkedHashMap<>();
    cases.put("none", new Case(byFile, List.of("--controlTopic=none"), backlog));
    cases.put("topic", new Case(byFile, List.of(), backlog));
    for (Notices each :
        List.of(
            new Notices("list", 1, 1, 1),
            new Notices("full", books, notices - 2 * books, members))) {
      each.announce(arena.client(), backlog, end);
      cases.put(
          each.name(),
          new Case(
              new Setting(options.parallelism, /* rules= */ null, TurnOptions.WARM_FROM),
              List.of("--controlTopic=" + each.topic(backlog)),
              backlog.judgedByBook(each.books())));
    }
    return cases;
  }

  private Map<String, List<Run>> runs(
      Arena arena, Contestant contestant, Map<String, Case> cases, PrintWriter out) {
    Map<String, List<Run>> runs = new LinkedHashMap<>();
    for (int turn = 1; turn <= turns.rounds && !arena.stopped(); turn++) {
      for (Map.Entry<String, Case> each : cases.entrySet()) {
        Case its = each.getValue();
        Run run =
            new Round(arena, options, its.setting())
                .run(contestant, turn, its.backlog(), its.further());
        runs.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(run);
        out.printf(
            Locale.ROOT,
            "%s, %s, round %d: %s tx/s, %s%n",
            contestant.label(),
            each.getKey(),
            turn,
            figure(Optional.ofNullable(run.warmSpeed())),
            run.verdict());
        out.flush();
      }
    }
    return runs;
  }

  private static List<String> row(
      Contestant contestant, String name, List<Run> its, List<Run> none) {
    return List.of(
        contestant.label(),
        name,
        figure(median(its, Run::warmSpeed)),
        ratio(its, none, Run::warmSpeed),
        figure(median(its, Run::warmProcessorSeconds)),
        ratio(its, none, Run::warmProcessorSeconds),
        String.join("; ", its.stream().map(Run::verdict).distinct().toList()));
  }

  private static Optional<Double> median(List<Run> runs, Function<Run, @Nullable Double> figure) {
    return spread(runs, figure).map(Spread::median);
  }

  private static String ratio(
      List<Run> one, List<Run> other, Function<Run, @Nullable Double> figure) {
    return spread(one, figure)
        .flatMap(its -> spread(other, figure).map(its::ratioTo))
        .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
        .orElse("");
  }

  private static Optional<Spread> spread(List<Run> runs, Function<Run, @Nullable Double> figure) {
    return Spread.of(runs.stream().map(figure).filter(Objects::nonNull).toList());
  }

  private static String figure(Optional<Double> figure) {
    return figure
        .map(it -> String.format(Locale.ROOT, it < 100 ? "%.1f" : "%,.0f", it))
        .orElse("no");
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(options.settings());
    settings.put("rounds", Integer.toString(turns.rounds));
    settings.put("notices", Integer.toString(notices));
    settings.put("members", Integer.toString(members));
    settings.put("users", Integer.toString(traffic.users));
    settings.put("partitions", Integer.toString(traffic.partitions));
    return settings;
  }
}
