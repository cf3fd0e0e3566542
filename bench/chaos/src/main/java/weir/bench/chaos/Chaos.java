package weir.bench.chaos;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import weir.command.OneLine;
import weir.command.Values;
import weir.contract.Damage;
import weir.launch.BuiltModule;

/** The command line: kills one thing after another, and prints the damage. */
@Command(
    name = "weir bench chaos",
    mixinStandardHelpOptions = true,
    description = {
      "Kills parts of a job under load by SIGKILL, on real clusters, and compares the alert topic,",
      "PostgreSQL and the lake with the oracle's answers when all is drained.",
      "",
      "  ./weir bench chaos --engines=flink --faults=TASK_MANAGER,BROKER",
      "  ./weir bench chaos --faults=broker --away='5 min' --while=idle",
      "  ./weir bench chaos --while=notice       # after rules were announced, before they hold"
    })
public final class Chaos implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--engines",
      split = ",",
      description = "Of ${COMPLETION-CANDIDATES} (default: the first three).")
  List<TargetEngine> engines = TargetEngine.USUAL;

  @Option(
      names = "--faults",
      split = ",",
      description = "Of ${COMPLETION-CANDIDATES} (default: all).")
  List<Fault> faults = List.of(Fault.values());

  @Option(
      names = "--count",
      converter = Values.HowMany.class,
      defaultValue = "12000",
      description = "Transactions of a log.")
  int count;

  @Option(
      names = "--rate",
      converter = Values.PerSecond.class,
      defaultValue = "300",
      description = "Transactions a second.")
  double rate;

  @Option(
      names = "--away",
      defaultValue = "0 s",
      converter = Values.Length.class,
      description = "How long a broker or PostgreSQL stays away (default: ${DEFAULT-VALUE}).")
  Duration away = Duration.ZERO;

  @Option(
      names = "--while",
      defaultValue = "load",
      description = "When it goes, of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Moment moment = Moment.LOAD;

  @Option(
      names = "--job-option",
      description = "A further option of the job, such as --job-option=--lakeShards=2.")
  List<String> jobOptions = List.of();

  public static void main(String[] args) {
    CommandLine chaos = new CommandLine(new Chaos()).setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(OneLine.of(chaos).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    checkNotice();
    PrintWriter out = new CommandLine(this).getOut();
    Path folder = Files.createTempDirectory("weir-chaos-");
    Attempt trial =
        moment == Moment.NOTICE
            ? new NoticeTrial(BuiltModule.home(), rate, jobOptions)::run
            : new Trial(BuiltModule.home(), count, rate, jobOptions, new Absence(away, moment))
                ::run;
    boolean harmless = true;
    out.println(Outcome.HEADER);
    for (TargetEngine engine : engines) {
      for (Fault fault : faults) {
        if (fault.isPossibleOn(engine)) {
          harmless &=
              run(
                  trial,
                  engine,
                  fault,
                  Files.createDirectory(folder.resolve(engine + "-" + fault)),
                  out);
        }
      }
    }
    if (!harmless) {
      out.println("What each left is in " + folder);
    }
    return harmless ? 0 : 1;
  }

  private void checkNotice() {
    if (moment != Moment.NOTICE) {
      return;
    }
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    for (String option : List.of("--count", "--away")) {
      if (line.getParseResult().hasMatchedOption(option)) {
        throw new ParameterException(
            line,
            option
                + ": does not go with --while=notice, where payments are made until the job has"
                + " recovered, and what is killed comes back at once");
      }
    }
  }

  /** A trial of one fault. */
  private interface Attempt {
    Outcome run(TargetEngine engine, Fault fault, Path folder) throws Exception;
  }

  /** Whether a fault did no harm. A trial that fails is reported, and the next one goes on. */
  private static boolean run(
      Attempt trial, TargetEngine engine, Fault fault, Path folder, PrintWriter out)
      throws Exception {
    try {
      Outcome outcome = trial.run(engine, fault, folder);
      out.println(outcome.row());
      outcome.damage().examples().forEach(out::println);
      return outcome.damage().equals(Damage.NONE);
    } catch (IllegalStateException | AssertionError failed) {
      out.println(Outcome.failed(engine, fault, String.valueOf(failed.getMessage())));
      return false;
    } finally {
      out.flush();
    }
  }
}
