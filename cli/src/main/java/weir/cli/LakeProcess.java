package weir.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weir.local.LocalServerException;

/** The JVM that reads the lake: its database is large, and no other command needs it. */
final class LakeProcess {
  private LakeProcess() {}

  /** Runs the reader to its end; its output goes where this process's goes. */
  static int run(List<String> arguments) throws InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.add("-cp");
    command.add(classPath());
    command.add("weir.lake.Main");
    command.addAll(arguments);
    try {
      Process reader = new ProcessBuilder(command).inheritIO().start();
      Runtime.getRuntime().addShutdownHook(new Thread(reader::destroy));
      return reader.waitFor();
    } catch (IOException failed) {
      throw new LocalServerException("the JVM of the lake's reader cannot be started", failed);
    }
  }

  private static String classPath() {
    Path target = RunnerProcess.home().resolve("lake").resolve("target");
    try {
      return target.resolve("classes")
          + File.pathSeparator
          + Files.readString(target.resolve("classpath"));
    } catch (IOException missing) {
      throw new LocalServerException("the lake's reader is not built: start it by ./weir", missing);
    }
  }
}
