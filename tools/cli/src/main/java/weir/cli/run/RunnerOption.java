package weir.cli.run;

import picocli.CommandLine.Option;
import weir.command.Values;
import weir.launch.Engine;

/** Which engine the pipeline runs on. */
public final class RunnerOption {
  @Option(
      names = "--runner",
      converter = Values.Runner.class,
      defaultValue = "direct",
      description = "direct, flink or spark (default: ${DEFAULT-VALUE}).")
  public Engine engine = Engine.DIRECT;
}
