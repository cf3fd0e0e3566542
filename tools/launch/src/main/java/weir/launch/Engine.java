package weir.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An engine that the pipeline runs on, and how the JVM of a pipeline is started. */
public enum Engine {
  DIRECT("Direct"),
  FLINK("Flink"),
  SPARK("Spark");

  /** The system property that names the jar of the job for a cluster. */
  public static final String JOB_JAR = "weir.job.jar";

  private static final String NAME = "the pipeline's JVM";

  private final String name;

  Engine(String name) {
    this.name = name;
  }

  public String title() {
    return name;
  }

  public String folder() {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The one of a short name, or of the name of Beam's runner. */
  public static Optional<Engine> named(String text) {
    return Arrays.stream(values())
        .filter(engine -> text.equalsIgnoreCase(engine.name) || text.equals(engine.name + "Runner"))
        .findFirst();
  }

  private BuiltModule module() {
    return new BuiltModule("runners/" + folder(), "weir.runners.On" + name);
  }

  /** A pipeline with its engine inside, or what hands it to a cluster that has the classes. */
  public Launch pipeline() {
    return module().launch(NAME).jvm(BuiltModule.pipelineJvm());
  }

  /** What submits a job to a cluster, from the classes that the cluster will have. */
  public Launch submit(Path jobJar) {
    String provided = Distribution.of(folder(), BuiltModule.home()).classPath();
    return Launch.of(NAME, jobJar + File.pathSeparator + provided, module().mainClass())
        .jvm(BuiltModule.pipelineJvm())
        .arguments(List.of("--filesToStage=" + jobJar));
  }

  /** The jar of the job for a cluster, if one is asked for: the script knows. */
  public static Optional<Path> jobJar() {
    return Optional.ofNullable(System.getProperty(JOB_JAR)).map(Path::of);
  }
}
