package weir.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weir.failure.MisuseException;
import weir.launch.Engine;

/** On which engine jobs judge a lake, if not this process is to do it. */
public final class EngineOptions {
  @Option(
      names = "--runner",
      paramLabel = "ENGINE",
      converter = Values.Runner.class,
      description =
          "Let jobs judge a lake, on direct, flink or spark, for logs that are larger than a"
              + " machine (default: this process judges).")
  public @Nullable Engine runner;

  @Option(
      names = "--flinkMaster",
      paramLabel = "HOST:PORT",
      description = "The cluster of Flink for them (default: inside a process here).")
  public @Nullable String flinkMaster;

  @Option(
      names = "--sparkMaster",
      paramLabel = "URL",
      description = "The cluster of Spark for them (default: inside a process here).")
  public @Nullable String sparkMaster;

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      description =
          "Where the jobs write what they say, as lakes that stay; workers must reach it (default:"
              + " a folder beside the lake, which is deleted).")
  public @Nullable String into;

  @Parameters(
      paramLabel = "-- OPTION",
      arity = "0..*",
      description = "After --: options of the engine, such as --parallelism=4.")
  public List<String> further = new ArrayList<>();

  /** Throws {@link MisuseException} if they do not go together. */
  public void check() {
    for (String each : further) {
      if (!each.startsWith("-")) {
        throw new MisuseException(
            "'" + each + "' is no option; after -- stand options of the engine of --runner");
      }
    }
    goesWith("--flinkMaster", flinkMaster != null, Engine.FLINK);
    goesWith("--sparkMaster", sparkMaster != null, Engine.SPARK);
    if (runner == null && into != null) {
      throw new MisuseException("--into is for the jobs of --runner; leave it out");
    }
    if (runner == null && !further.isEmpty()) {
      throw new MisuseException(
          further.get(0) + " is for the jobs of --runner; leave it out, or name an engine");
    }
  }

  private void goesWith(String option, boolean told, Engine engine) {
    if (told && runner != engine) {
      throw new MisuseException(option + " goes with --runner=" + engine.folder());
    }
  }

  /** The options of the engine as a pipeline knows them. */
  public List<String> ofPipeline() {
    List<String> all = new ArrayList<>();
    if (flinkMaster != null) {
      all.add("--flinkMaster=" + flinkMaster);
    }
    if (sparkMaster != null) {
      all.add("--sparkMaster=" + sparkMaster);
    }
    further.stream().filter(each -> !isProperty(each)).forEach(all::add);
    return all;
  }

  /** The system properties of the JVM of a pipeline: Spark takes its settings so. */
  public List<String> ofJvm() {
    return further.stream().filter(EngineOptions::isProperty).toList();
  }

  private static boolean isProperty(String option) {
    return option.startsWith("-D");
  }
}
