package weir.bench.ladder.latency;

import java.io.PrintWriter;
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
import weir.bench.ladder.report.Report;
import weir.command.Values;
import weir.text.Table;

/** Measures how long alerts take at parts of the greatest load that a contestant can bear. */
@Command(
    name = "latency",
    description = "How long alerts take under a steady load, and what load can be borne.",
    footer = {
      "",
      "The load is an open loop: latency counts from the instant at which a transaction was meant to",
      "be sent to the broker's time of its alert, however late anybody was in between. The greatest",
      "load is the one at which the latency does not grow during a probe.",
      "",
      "  ./weir bench latency --contestants=weir-flink,native-flink --load=0.5,0.8 --seconds=60"
    })
public final class LatencyCommand implements Callable<Integer> {
  @Mixin RunOptions options = new RunOptions();
  @Mixin ProbeOptions probes = new ProbeOptions();
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--load",
      split = ",",
      defaultValue = "0.5,0.8",
      description = "Parts of the greatest load (default: ${DEFAULT-VALUE}).")
  List<Double> loads = List.of();

  @Option(
      names = "--max",
      paramLabel = "TX/S",
      description = "The greatest load of everyone (default: looked for).")
  @Nullable Double max;

  @Option(
      names = "--seconds",
      converter = Values.Seconds.class,
      defaultValue = "60",
      description = "Default: ${DEFAULT-VALUE}.")
  long seconds;

  @Option(
      names = "--partitions",
      converter = Values.HowMany.class,
      defaultValue = "4",
      description = "Default: ${DEFAULT-VALUE}.")
  int partitions;

  @Override
  public Integer call() {
    options.check();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Latency> latencies = new ArrayList<>();
    try (Arena arena = new Arena()) {
      for (Contestant each : options.contestants) {
        try (Sessions sessions = new Sessions(arena, options, partitions, each, probes)) {
          Sustained sustained = max == null ? sessions.search(out) : Sustained.given(max);
          for (double load : loads) {
            if (arena.stopped() || sustained.rate() == 0) {
              break;
            }
            Latency latency = sessions.measure(sustained, load, seconds);
            latencies.add(latency);
            out.println(latency.line());
            out.flush();
          }
        }
      }
    }
    Table table = Latency.table(latencies);
    out.println();
    out.print(table.text());
    out.flush();
    Report report =
        Report.of(spec.commandLine().getParseResult().originalArgs(), settings(), latencies);
    report.write(options.out, "latency", table.markdown());
    Latency.plot(latencies).write(options.out.resolve("latency.svg"));
    return 0;
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(options.settings());
    settings.put("partitions", Integer.toString(partitions));
    settings.put("seconds", Long.toString(seconds));
    settings.put("warm-up", String.format(Locale.ROOT, "%d s", probes.warmUpSeconds));
    return settings;
  }
}
