package weir.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Runs the pipeline on one engine; whatever it does not know is for the pipeline. */
@Command(
    name = "run",
    description = "Runs the pipeline between the topics of a Kafka cluster.",
    mixinStandardHelpOptions = false,
    footer = {
      "",
      "All other options go to the pipeline; with --help it tells them.",
      "",
      "  ./weir run --runner=flink --bootstrapServers=localhost:9092 --parallelism=2",
      "  ./weir run --rules=my-rules.yaml --startFrom=LATEST"
    })
final class RunCommand implements Callable<Integer> {
  @Option(
      names = "--runner",
      converter = Engine.Converter.class,
      defaultValue = "direct",
      description = "direct, flink or spark (default: ${DEFAULT-VALUE}).")
  Engine engine = Engine.DIRECT;

  @Unmatched List<String> options = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    try (RunnerProcess pipeline = RunnerProcess.start(engine, options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(pipeline::close));
      return pipeline.waitFor();
    }
  }
}
