package weir.cli.run;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import weir.cluster.Distribution;
import weir.launch.BuiltModule;
import weir.launch.ChildJvm;
import weir.launch.LastWords;
import weir.launch.Launch;
import weir.local.WorkFolder;

/** How the JVM of a pipeline is started, and what is said when it ends. */
public final class PipelineJvm {
  private static final String NAME = "the pipeline's JVM";

  private PipelineJvm() {}

  /** A pipeline with its engine inside, or what hands it to a cluster that has the classes. */
  static Launch of(Engine engine) {
    return engine.module().launch(NAME).jvm(BuiltModule.pipelineJvm());
  }

  /** What submits a job to a cluster, from the classes that the cluster will have. */
  static Launch submit(Engine engine, Path jobJar) {
    String provided = Distribution.of(engine.folder(), BuiltModule.home()).classPath();
    return Launch.of(NAME, jobJar + File.pathSeparator + provided, engine.module().mainClass())
        .jvm(BuiltModule.pipelineJvm())
        .arguments(List.of("--filesToStage=" + jobJar));
  }

  /** Starts a pipeline that leaves its output and its temporary files in a folder. */
  public static ChildJvm start(Engine engine, List<String> options, Path folder) {
    return of(engine)
        .jvm("-Djava.io.tmpdir=" + folder)
        .arguments(options)
        .logTo(folder.resolve("pipeline.log"));
  }

  /** Says why it ended, and keeps the log, where the rest of that is. */
  public static void tellEnd(ChildJvm pipeline, WorkFolder folder, PrintWriter err) {
    folder.keep();
    LastWords words = pipeline.lastWords();
    if (words.reason().isEmpty()) {
      words.end().forEach(err::println);
    }
    err.println(
        "weir: the pipeline (process "
            + pipeline.pid()
            + ") "
            + pipeline
                .signal()
                .orElse(words.reason().map(reason -> "gave up: " + reason).orElse("gave up")));
    err.println("weir: its log is " + pipeline.log());
    err.flush();
  }
}
