package weir.tables.command;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import weir.command.OneLine;
import weir.launch.ParentWatch;

/** What ./weir starts for its command tables, with the same command line. */
@Command(name = "weir")
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with 1 if that failed, 2 if it cannot be. */
  public static void main(String[] args) {
    ParentWatch.start();
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(new Main()).addSubcommand(new Tables());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return OneLine.run(line, args, out, err);
  }
}
