package weir.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import weir.local.LocalKafka;
import weir.local.Topics;

/** Measures how fast an engine drains a backlog, broker and all on this machine. */
@Command(
    name = "drain",
    description = "Fills a topic, lets the pipeline drain it, and prints how fast it was.",
    footer = {
      "",
      "All other options go to the pipeline.",
      "",
      "  ./weir drain --runner=flink --count=1000000 --users=20000 --rounds=3"
    })
final class DrainCommand implements Callable<Integer> {
  @Mixin BacklogOptions traffic = new BacklogOptions();
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--runner",
      converter = Engine.Converter.class,
      defaultValue = "direct",
      description = "direct, flink or spark (default: ${DEFAULT-VALUE}).")
  Engine engine = Engine.DIRECT;

  @Option(
      names = "--count",
      converter = Values.Count.class,
      defaultValue = "100000",
      description = "Size of the backlog (default: ${DEFAULT-VALUE}).")
  long count;

  @Option(
      names = "--rounds",
      converter = Values.HowMany.class,
      defaultValue = "1",
      description = "How often to drain it (default: ${DEFAULT-VALUE}).")
  int rounds;

  @Option(
      names = "--seconds",
      converter = Values.Seconds.class,
      defaultValue = "600",
      description = "Give a round up after that (default: ${DEFAULT-VALUE}).")
  long seconds;

  @Unmatched List<String> options = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Shutdown shutdown = new Shutdown(() -> {})) {
      WorkFolder folder = shutdown.add(new WorkFolder("weir-drain-"));
      LocalKafka kafka = shutdown.add(LocalKafka.start(0, Optional.empty()));
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      Topics topics = Topics.usual(traffic.partitions, false);
      topics.create(client);
      fill(client, topics, out);
      for (int round = 1; round <= rounds && !shutdown.asked(); round++) {
        Topics answers =
            new Topics(
                topics.transactions(),
                topics.alerts() + "-" + round,
                topics.deadLetters() + "-" + round,
                traffic.partitions,
                false);
        answers.create(client);
        List<String> all = new ArrayList<>(options);
        all.add("--bootstrapServers=" + kafka.bootstrapServers());
        all.add("--alertTopic=" + answers.alerts());
        all.add("--deadLetterTopic=" + answers.deadLetters());
        all.add("--consumerGroup=drain-" + round);
        try (RunnerProcess pipeline = RunnerProcess.start(engine, all, folder.path())) {
          DrainWatch watch = new DrainWatch(client, answers, traffic.partitions);
          if (!watch.await(pipeline, Duration.ofSeconds(seconds))) {
            return unfinished(pipeline, folder);
          }
          out.println(watch.report(engine.folder(), count, pipeline.cpu()));
          out.flush();
        }
      }
    }
    return 0;
  }

  private int unfinished(RunnerProcess pipeline, WorkFolder folder) {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    if (pipeline.isAlive()) {
      folder.keep();
      err.println(
          "weir: the round did not end within "
              + seconds
              + " s; the pipeline's log is "
              + RunnerProcess.log(folder.path()));
      return CommandLine.ExitCode.SOFTWARE;
    }
    pipeline.tellEnd(folder, err);
    return pipeline.wasMisused() ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
  }

  private void fill(Map<String, Object> client, Topics topics, PrintWriter out) {
    long began = System.nanoTime();
    new DrainBacklog(count, traffic.users, traffic.rate)
        .fill(client, topics.transactions(), traffic.partitions);
    double took = (System.nanoTime() - began) / 1e9;
    out.printf(Locale.ROOT, "Filled with %,d in %.1f s, %,.0f tx/s%n", count, took, count / took);
    out.flush();
  }
}
