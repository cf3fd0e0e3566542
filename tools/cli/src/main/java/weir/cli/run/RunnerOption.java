package weir.cli.run;

import picocli.CommandLine.Option;

/** Which engine the pipeline runs on. */
public final class RunnerOption {
  @Option(
      names = "--runner",
      converter = Engine.Converter.class,
      defaultValue = "direct",
      description = "direct, flink or spark (default: ${DEFAULT-VALUE}).")
  public Engine engine = Engine.DIRECT;
}
