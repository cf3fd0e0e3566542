package weir.tables.command;

import java.io.PrintStream;
import java.util.List;

/** The command, for tests in other rooms. */
public final class Started {
  private Started() {}

  public static int run(List<String> args, PrintStream out, PrintStream err) {
    return Main.run(args, out, err);
  }
}
