package weir.dashboard.users;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import weir.command.OneLine;
import weir.launch.ParentWatch;

/** What ./weir starts for its command users, with the same command line. */
@Command(name = "weir")
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with 1 if that failed, 2 if it cannot be. */
  public static void main(String[] args) {
    ParentWatch.start();
    LogManager.getLogManager().reset();
    System.exit(
        run(
            List.of(args),
            System.out,
            System.err,
            () ->
                Optional.ofNullable(System.console())
                    .map(console -> console.readPassword("Password: "))));
  }

  static int run(List<String> args, PrintStream out, PrintStream err, Typed typed) {
    CommandLine line = new CommandLine(new Main()).addSubcommand(new Users(typed));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return OneLine.run(line, args, out, err);
  }
}
