package weir.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import weir.cli.demo.DemoCommand;
import weir.cli.history.BacktestCommand;
import weir.cli.lake.LakeCommand;
import weir.cli.lake.ReplayCommand;
import weir.cli.lake.TablesCommand;
import weir.cli.lists.ListCommand;
import weir.cli.lists.SnoozeCommand;
import weir.cli.models.ModelsCommand;
import weir.cli.models.TrainCommand;
import weir.cli.page.DashboardCommand;
import weir.cli.page.UsersCommand;
import weir.cli.produce.ProduceCommand;
import weir.cli.read.AlertsCommand;
import weir.cli.read.ReadCommand;
import weir.cli.read.ScoreCommand;
import weir.cli.rules.RulesCommand;
import weir.cli.run.RunCommand;
import weir.cli.serve.BrokerCommand;
import weir.cli.serve.ClusterCommand;
import weir.cli.serve.PostgresCommand;
import weir.command.OneLine;
import weir.launch.ParentWatch;
import weir.launch.Release;

/** The command line: finds the command, and says in one line what went wrong with it. */
@Command(
    name = "weir",
    mixinStandardHelpOptions = true,
    version = "weir " + Release.VERSION,
    scope = ScopeType.INHERIT,
    description = "Exact real-time fraud detection on a Kafka log.",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      RulesCommand.class,
      ModelsCommand.class,
      TrainCommand.class,
      BacktestCommand.class,
      ListCommand.class,
      SnoozeCommand.class,
      ProduceCommand.class,
      DashboardCommand.class,
      UsersCommand.class,
      AlertsCommand.class,
      ScoreCommand.class,
      ReadCommand.class,
      BrokerCommand.class,
      PostgresCommand.class,
      ClusterCommand.class,
      LakeCommand.class,
      ReplayCommand.class,
      TablesCommand.class
    })
public final class Weir implements Runnable {
  /** Those that the script does by itself. */
  private static final List<String> OF_THE_LAUNCHER = List.of("package", "bench");

  /** Those that are gone. */
  private static final Map<String, String> MOVED = Map.of("drain", "./weir bench drain");

  /** The launcher keeps these to itself: they need what is not on the class path here. */
  private static final String[] LAUNCHER_COMMANDS = {
    "  package    Makes a release in target/release, or only the jars of the job",
    "               for the engines that are named; with --s3 they know that store.",
    "  bench      Measures Weir beside its twins; bench chaos kills what it stands",
    "               on, bench jmh measures small parts. Each tells its options:",
    "               --help.",
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
    return OneLine.of(weir, OF_THE_LAUNCHER, MOVED);
  }
}
