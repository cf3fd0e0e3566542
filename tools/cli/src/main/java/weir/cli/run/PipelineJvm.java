package weir.cli.run;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import weir.launch.ChildJvm;
import weir.launch.Engine;
import weir.launch.LastWords;
import weir.local.WorkFolder;

/** How the JVM of a pipeline is started, and what is said when it ends. */
public final class PipelineJvm {
  private PipelineJvm() {}

  /** Starts a pipeline that leaves its output and its temporary files in a folder. */
  public static ChildJvm start(Engine engine, List<String> options, Path folder) {
    return engine
        .pipeline()
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
