package weir.cli;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ScopeType;
import weir.watch.ParentWatch;
import weir.yaml.InvalidFileException;

/** The command line: finds the command, and says in one line what went wrong with it. */
@Command(
    name = "weir",
    mixinStandardHelpOptions = true,
    version = "weir 0.1.0",
    scope = ScopeType.INHERIT,
    description = "Exact real-time fraud detection on a Kafka log.",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      ProduceCommand.class,
      DashboardCommand.class,
      AlertsCommand.class,
      ScoreCommand.class,
      ReadCommand.class,
      BrokerCommand.class,
      PostgresCommand.class,
      ClusterCommand.class,
      DrainCommand.class,
      LakeCommand.class,
      ReplayCommand.class
    })
public final class Weir {
  private static final String DEBUG = "WEIR_DEBUG";

  /** The launcher keeps these to itself: they need what is not on the class path here. */
  private static final String[] LAUNCHER_COMMANDS = {
    "  package    Builds the jars of the job for clusters: all, or those of the",
    "               engines that are named.",
    "  bench      Measures Weir beside its twins; bench chaos kills what it stands on,",
    "               bench jmh measures small parts. Each tells its options: --help.",
  };

  private Weir() {}

  public static void main(String[] args) {
    ParentWatch.start();
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    CommandLine weir = new CommandLine(new Weir());
    weir.setCaseInsensitiveEnumValuesAllowed(true);
    weir.getCommandSpec().usageMessage().footer(LAUNCHER_COMMANDS);
    RunCommand.describePipeline(Objects.requireNonNull(weir.getSubcommands().get("run")));
    return inOneLine(weir);
  }

  /** Lets a command line say in one line what went wrong. */
  public static CommandLine inOneLine(CommandLine any) {
    any.setExecutionExceptionHandler(oneLine());
    return any.setParameterExceptionHandler(
        (wrong, args) -> {
          CommandLine command = wrong.getCommandLine();
          command.getErr().println("weir: " + wrong.getMessage());
          command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
          return command.getCommandSpec().exitCodeOnInvalidInput();
        });
  }

  /** A stack trace helps who develops Weir, and nobody else: it is shown on demand. */
  private static IExecutionExceptionHandler oneLine() {
    return (failed, command, parsed) -> {
      List<String> lines = String.valueOf(failed.getMessage()).lines().toList();
      // Of a file every fault is told, a line each.
      command
          .getErr()
          .println(
              "weir: "
                  + (failed instanceof InvalidFileException
                      ? failed.getMessage()
                      : lines.isEmpty() ? failed.toString() : lines.get(0)));
      if (System.getenv(DEBUG) != null) {
        failed.printStackTrace(command.getErr());
      }
      return command.getCommandSpec().exitCodeOnExecutionException();
    };
  }
}
