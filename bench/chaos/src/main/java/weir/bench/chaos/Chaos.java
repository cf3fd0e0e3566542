package weir.bench.chaos;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.contract.Damage;

/**
 * The command line: kills whatever can be killed, one after the other, and prints what was left.
 */
@Command(
    name = "weir bench chaos",
    mixinStandardHelpOptions = true,
    description = {
      "Kills parts of a job under load by SIGKILL, on real clusters, and compares the alert topic,",
      "PostgreSQL and the lake with the oracle's answers when all is drained.",
      "",
      "  ./weir bench chaos --engines=flink --faults=TASK_MANAGER,BROKER"
    })
public final class Chaos implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--engines",
      split = ",",
      description = "Of ${COMPLETION-CANDIDATES} (default: all).")
  List<TargetEngine> engines = List.of(TargetEngine.values());

  @Option(
      names = "--faults",
      split = ",",
      description = "Of ${COMPLETION-CANDIDATES} (default: all).")
  List<Fault> faults = List.of(Fault.values());

  @Option(names = "--count", defaultValue = "12000", description = "Transactions of a log.")
  int count;

  @Option(names = "--rate", defaultValue = "300", description = "Transactions a second.")
  double rate;

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Chaos()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = new CommandLine(this).getOut();
    Path folder = Files.createTempDirectory("weir-chaos-");
    Trial trial = new Trial(Launch.home(), count, rate);
    List<Outcome> outcomes = new ArrayList<>();
    out.println(Outcome.HEADER);
    for (TargetEngine engine : engines) {
      for (Fault fault : faults) {
        if (fault.isPossibleOn(engine)) {
          Path each = Files.createDirectory(folder.resolve(engine + "-" + fault));
          Outcome outcome = trial.run(engine, fault, each);
          outcomes.add(outcome);
          out.println(outcome.row());
          outcome.damage().examples().forEach(out::println);
          out.flush();
        }
      }
    }
    boolean harmless = outcomes.stream().allMatch(each -> each.damage().equals(Damage.NONE));
    if (!harmless) {
      out.println("What each left is in " + folder);
    }
    return harmless ? 0 : 1;
  }
}
