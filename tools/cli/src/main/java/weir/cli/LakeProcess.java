package weir.cli;

import java.io.IOException;
import java.util.List;
import weir.failure.UnavailableException;

/** The JVM that reads the lake: its database is large, and no other command needs it. */
final class LakeProcess {
  private static final BuiltModule READER = new BuiltModule("tools/lake", "weir.lake.Main");

  private LakeProcess() {}

  /** Runs the reader to its end; its output goes where this process's goes. */
  static int run(List<String> arguments) throws InterruptedException {
    List<String> command =
        READER.command(
            List.of("-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"),
            arguments);
    try {
      Process reader = new ProcessBuilder(command).inheritIO().start();
      Runtime.getRuntime().addShutdownHook(new Thread(reader::destroy));
      return reader.waitFor();
    } catch (IOException failed) {
      throw new UnavailableException("the JVM of the lake's reader cannot be started", failed);
    }
  }
}
