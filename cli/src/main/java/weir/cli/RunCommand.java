package weir.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;
import weir.WeirOptions;

/** Runs the pipeline on one engine; whatever it does not know is for the pipeline. */
@Command(
    name = "run",
    description = "Runs the pipeline between the topics of a Kafka cluster.",
    mixinStandardHelpOptions = false,
    footer = {
      "",
      "All other options go to the pipeline: those below, and all of Beam's runner.",
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

  /** Puts the pipeline's own options under the help of the command. */
  static void describePipeline(CommandLine run) {
    IHelpSectionRenderer footer =
        Objects.requireNonNull(run.getHelpSectionMap().get(UsageMessageSpec.SECTION_KEY_FOOTER));
    run.getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_FOOTER,
            help -> footer.render(help) + System.lineSeparator() + pipelineOptions());
  }

  private static String pipelineOptions() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PipelineOptionsFactory.printHelp(
        new PrintStream(text, true, StandardCharsets.UTF_8), WeirOptions.class);
    // Before Weir's own come many that Beam has for every pipeline.
    String all = text.toString(StandardCharsets.UTF_8);
    return all.substring(all.indexOf(WeirOptions.class.getName()));
  }

  @Override
  public Integer call() throws InterruptedException {
    try (RunnerProcess pipeline = RunnerProcess.start(engine, options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(pipeline::close));
      return pipeline.waitFor();
    }
  }
}
