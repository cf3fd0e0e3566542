package weir.cli.produce;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import weir.command.Values;
import weir.traffic.Scenario;

/** Which world is played. */
public final class ScenarioOption {
  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description = "Another world: its attacks, its look-alikes, and how often they happen.")
  @Nullable Path file;

  public Scenario scenario() {
    return file == null ? Scenario.readDefault() : Scenario.read(file);
  }
}
