package weir.cli.lake;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import weir.launch.BuiltModule;
import weir.launch.ChildJvm;

/** The JVM that reads the lake: its database is large, and no other command needs it. */
final class LakeJvm {
  private static final BuiltModule READER = new BuiltModule("tools/lake", "weir.lake.Main");

  private LakeJvm() {}

  /** Runs the reader to its end with the command line that named this command. */
  static int run(@Nullable CommandSpec command) throws InterruptedException {
    List<String> typed =
        Objects.requireNonNull(command).commandLine().getParseResult().originalArgs();
    try (ChildJvm reader =
        READER
            .launch("the lake's reader")
            .jvm("-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error")
            .arguments(typed)
            .inherit()) {
      Runtime.getRuntime().addShutdownHook(new Thread(reader::close));
      return reader.waitFor();
    }
  }
}
