package weir.cli.run;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import weir.command.ClusterMasters;
import weir.launch.ChildJvm;
import weir.launch.Engine;
import weir.launch.Launch;

/** Runs the pipeline on one engine; whatever it does not know is for the pipeline. */
@Command(
    name = "run",
    description = "Runs the pipeline between the topics of a Kafka cluster.",
    mixinStandardHelpOptions = false,
    footer = {
      "",
      "All other options go to the pipeline: those below, with the defaults of the engine"
          + " that --runner names, and all of Beam's runner.",
      "",
      "  ./weir run --runner=flink --bootstrapServers=localhost:9092 --parallelism=2",
      "  ./weir run --rules=my-rules.yaml --startFrom=LATEST",
      "  ./weir run --runner=flink --flinkMaster=127.0.0.1:8081 --parallelism=4",
      "  ./weir run --runner=spark --sparkMaster=spark://127.0.0.1:7077 \\",
      "    -Dspark.executor.memory=1g",
      "",
      "In a cluster of Flink the job goes on after Ctrl-C, as with Flink's own command;"
          + " --attachedMode=false does not wait for it at all. In one of Spark it ends with this"
          + " command."
    })
public final class RunCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Mixin RunnerOption runner = new RunnerOption();

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "A system property of the pipeline's JVM: Spark takes its settings so.")
  Map<String, String> properties = new HashMap<>();

  @Unmatched List<String> options = new ArrayList<>();

  /** Puts the pipeline's own options under the help of the command. */
  public static void describePipeline(CommandLine run) {
    IHelpSectionRenderer footer =
        Objects.requireNonNull(run.getHelpSectionMap().get(UsageMessageSpec.SECTION_KEY_FOOTER));
    RunCommand command = run.getCommand();
    run.getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_FOOTER,
            help -> footer.render(help) + System.lineSeparator() + command.pipelineOptions());
  }

  /** As the pipeline on this engine tells them, with that engine's defaults. */
  private String pipelineOptions() {
    try {
      return runner.engine.pipeline().arguments(List.of("--help")).output();
    } catch (UncheckedIOException notBuilt) {
      return notBuilt.getMessage() + System.lineSeparator();
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    boolean outlives = runner.engine == Engine.FLINK && Engine.jobJar().isPresent();
    try (ChildJvm pipeline = start()) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(pipeline, outlives)));
      int exitCode = pipeline.waitFor();
      // One that was killed failed like any other.
      exitCode = exitCode > 2 ? 1 : exitCode;
      if (outlives && exitCode == 0) {
        say("the cluster has the job; its page can cancel it");
      }
      return exitCode;
    }
  }

  private void stop(ChildJvm pipeline, boolean outlives) {
    if (outlives && pipeline.isAlive()) {
      say("the job goes on in the cluster; its page can cancel it");
    }
    pipeline.close();
  }

  private void say(String words) {
    Objects.requireNonNull(spec).commandLine().getErr().println("weir: " + words);
  }

  private ChildJvm start() {
    Launch launch = Engine.jobJar().map(this::submit).orElseGet(runner.engine::pipeline);
    properties.forEach((key, value) -> launch.jvm("-D" + key + "=" + value));
    return launch.arguments(options).inherit();
  }

  private Launch submit(Path jar) {
    ClusterMasters.of(options).check();
    return runner.engine.submit(jar);
  }
}
