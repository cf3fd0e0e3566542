package weir.lake;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import weir.command.OneLine;
import weir.command.QueryOptions;
import weir.command.ReplayOptions;
import weir.failure.MisuseException;
import weir.launch.ParentWatch;

/** What ./weir starts for the commands that need the lake, with the same command line. */
@Command(name = "weir")
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with 1 if that failed, 2 if it cannot be. */
  public static void main(String[] args) {
    ParentWatch.start();
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    CommandLine weir =
        OneLine.of(
            new CommandLine(new Main())
                .addSubcommand(new Query(out))
                .addSubcommand(new Resending(out)));
    weir.setErr(new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true));
    weir.setExecutionExceptionHandler(
        (failed, command, parsed) -> {
          err.println("weir: " + failed.getMessage());
          if (System.getenv("WEIR_DEBUG") != null) {
            failed.printStackTrace(err);
          }
          return failed instanceof MisuseException
              ? CommandLine.ExitCode.USAGE
              : CommandLine.ExitCode.SOFTWARE;
        });
    return weir.execute(args.toArray(new String[0]));
  }

  /** Answers a query. */
  @Command(name = "lake")
  static final class Query implements Callable<Integer> {
    private final PrintStream out;
    @Mixin QueryOptions options = new QueryOptions();

    Query(PrintStream out) {
      this.out = out;
    }

    @Override
    public Integer call() {
      Ask.run(options.lake.folder, options.json, options.sql, out);
      return CommandLine.ExitCode.OK;
    }
  }

  /** Makes a log again. */
  @Command(name = "replay")
  static final class Resending implements Callable<Integer> {
    private final PrintStream out;
    @Mixin ReplayOptions options = new ReplayOptions();

    Resending(PrintStream out) {
      this.out = out;
    }

    @Override
    public Integer call() {
      Destination to = new Destination(options.kafka.client(), options.topic);
      Replay.run(options.lake.folder, options.from, to, out);
      return CommandLine.ExitCode.OK;
    }
  }
}
