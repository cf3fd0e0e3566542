package weir.bench.ladder.growth;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import weir.bench.ladder.arena.Setting;
import weir.bench.ladder.log.Backlog;
import weir.bench.ladder.log.BacklogOptions;
import weir.bench.ladder.report.Report;
import weir.bench.ladder.report.Slope;
import weir.bench.ladder.round.Round;
import weir.book.RuleBookReader;
import weir.command.Values;
import weir.local.Topics;
import weir.model.LogRecord;
import weir.text.Table;

/** Measures how time per transaction and state grow with one thing at a time. */
@Command(
    name = "growth",
    description = "How speed and state grow, with one thing at a time.",
    footer = {
      "",
      "  ./weir bench growth --what=users,hot-card --contestants=weir-flink-tuned,native-flink"
    })
public final class GrowthCommand implements Callable<Integer> {
  @Mixin RunOptions options = new RunOptions();
  @Mixin BacklogOptions traffic = new BacklogOptions();
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--what",
      split = ",",
      converter = Dimension.Converter.class,
      description = {
        "users, rules, partitions, window, hot-card, features, keys,",
        "hot-shop (default: all of them)."
      })
  List<Dimension> dimensions = List.of(Dimension.values());

  @Option(names = "--values", split = ",", description = "Other sizes than the usual ones.")
  List<Long> values = List.of();

  @Option(
      names = "--count",
      converter = Values.Count.class,
      defaultValue = "1000000",
      description = "Transactions of a log.")
  long count;

  @Override
  public Integer call() {
    options.check();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Growth> all = new ArrayList<>();
    try (Arena arena = new Arena()) {
      for (Dimension dimension : dimensions) {
        for (long value : values.isEmpty() ? dimension.usualValues() : values) {
          if (!arena.stopped()) {
            measure(arena, dimension, value, all, out);
          }
        }
      }
    }
    List<String> exponents = new ArrayList<>();
    dimensions.forEach(dimension -> exponents.addAll(Growth.exponents(all, dimension)));
    if (dimensions.contains(Dimension.HOT_CARD)) {
      exponents.add(judgeAlone());
    }
    Table table = Growth.table(all);
    out.println();
    out.print(table.text());
    exponents.forEach(out::println);
    out.flush();
    String markdown =
        table.markdown() + "\n" + String.join("\n", exponents.stream().map(e -> "- " + e).toList());
    Report.of(spec.commandLine().getParseResult().originalArgs(), settings(), all)
        .write(options.out, "growth", markdown + "\n");
    for (Dimension dimension : dimensions) {
      Growth.plot(all, dimension).write(file(dimension.label()));
      Growth.statePlot(all, dimension).write(file(dimension.label() + "-state"));
    }
    return 0;
  }

  private void measure(
      Arena arena, Dimension dimension, long value, List<Growth> all, PrintWriter out) {
    GrowthCase.Usual usual =
        new GrowthCase.Usual(
            count, traffic.users, traffic.rate, traffic.partitions, options.parallelism);
    GrowthCase each = GrowthCase.of(dimension, value, usual);
    String topic = dimension.label() + "-" + value;
    new Topics(topic, topic + "-alerts", topic + "-dead", each.partitions(), false)
        .create(arena.client());
    each.filling().fill(arena.client(), topic, each.partitions());
    List<LogRecord> log = Backlog.records(arena.client(), topic);
    Backlog backlog = Backlog.of(topic, each.partitions(), log, each.book(), each.sage());
    HeldState state = HeldState.after(each.book(), log);
    Path rules = write(arena.newFolder(topic).resolve("rules.yaml"), each.rules());
    Round round =
        new Round(arena, options, new Setting(each.parallelism(), rules, each.warmFrom()));
    for (Contestant contestant : options.contestants) {
      Growth growth =
          new Growth(dimension.label(), value, state, round.run(contestant, 1, backlog));
      all.add(growth);
      Double speed = growth.run().warmSpeed();
      out.printf(
          Locale.ROOT,
          "%s %,d, %s: %s tx/s, %s, %,d bytes of state%n",
          dimension.label(),
          value,
          contestant.label(),
          speed == null ? "no" : String.format(Locale.ROOT, "%,.0f", speed),
          growth.run().verdict(),
          state.bytes());
      out.flush();
    }
  }

  private String judgeAlone() {
    List<Long> sizes = values.isEmpty() ? Dimension.HOT_CARD.usualValues() : values;
    List<Slope.Point> points = JudgeAlone.growth(RuleBookReader.readOfUsers(), sizes);
    StringBuilder figures = new StringBuilder();
    points.forEach(
        p -> figures.append(String.format(Locale.ROOT, ", %,.0f: %.1f µs", p.x(), p.y())));
    return (points.size() > 1 ? Growth.exponent("hot-card, the judge alone", points) : "hot-card")
        + figures;
  }

  private Path file(String name) {
    return options.out.resolve("growth-" + name + ".svg");
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(options.settings());
    settings.put("count", Long.toString(count));
    settings.put("users", Integer.toString(traffic.users));
    settings.put("rate", Double.toString(traffic.rate));
    settings.put("partitions", Integer.toString(traffic.partitions));
    return settings;
  }
}
