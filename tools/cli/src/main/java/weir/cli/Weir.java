package weir.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import weir.cli.rules.RulesCommand;
import weir.failure.MisuseException;
import weir.launch.ParentWatch;

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
      RulesCommand.class,
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
public final class Weir implements Runnable {
  private static final String DEBUG = "WEIR_DEBUG";

  /** Those that the script does by itself. */
  private static final List<String> OF_THE_LAUNCHER = List.of("package", "bench");

  /** The launcher keeps these to itself: they need what is not on the class path here. */
  private static final String[] LAUNCHER_COMMANDS = {
    "  package    Builds the jars of the job for clusters: all, or those of the",
    "               engines that are named.",
    "  bench      Measures Weir beside its twins; bench chaos kills what it stands on,",
    "               bench jmh measures small parts. Each tells its options: --help.",
  };

  @Spec @Nullable CommandSpec spec;

  private Weir() {}

  /** Whoever names no command wants to know which there are. */
  @Override
  public void run() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.usage(line.getOut());
  }

  public static void main(String[] args) {
    ParentWatch.start();
    System.exit(commandLine().execute(args));
  }

  public static CommandLine commandLine() {
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
          return misuse(command, Misuse.sentence(wrong, OF_THE_LAUNCHER));
        });
  }

  private static int misuse(CommandLine command, String sentence) {
    command.getErr().println("weir: " + sentence);
    command.getErr().println("Try: ./" + command.getCommandSpec().qualifiedName() + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** A stack trace helps who develops Weir, and nobody else: it is shown on demand. */
  private static IExecutionExceptionHandler oneLine() {
    return (failed, command, parsed) -> {
      if (System.getenv(DEBUG) != null) {
        failed.printStackTrace(command.getErr());
      }
      if (failed instanceof MisuseException faults) {
        // Every fault of a file is told, a line each.
        return misuse(command, String.valueOf(faults.getMessage()));
      }
      String sentence =
          String.valueOf(failed.getMessage()).lines().findFirst().orElseGet(failed::toString);
      command.getErr().println("weir: " + sentence);
      return command.getCommandSpec().exitCodeOnExecutionException();
    };
  }
}
