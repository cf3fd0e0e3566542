package weir.cli.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import weir.book.RuleBookReader;
import weir.cli.produce.ScenarioOption;
import weir.cli.produce.TrafficOptions;
import weir.cli.run.RunnerOption;
import weir.command.Values;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.local.Ports;
import weir.traffic.Hostility;
import weir.traffic.People;
import weir.traffic.Rate;
import weir.traffic.Scenario;
import weir.traffic.TrafficSettings;

/** What may be chosen about a demo. */
final class DemoOptions {
  /** By day and by night: whoever looks at a demo wants to see something. */
  private static final Rate USUAL_RATE = Rate.constant(50);

  @Mixin RunnerOption runner = new RunnerOption();

  @Option(
      names = "--rate",
      paramLabel = "N[..M]",
      converter = TrafficOptions.RateConverter.class,
      description =
          "Transactions per second, or a day that goes from so many at night to so many at its"
              + " peak (default: 50).")
  @Nullable Rate rate;

  @Option(
      names = "--users",
      converter = Values.HowMany.class,
      description =
          "How many cardholders (default: 400 for each transaction a second, at least 20000).")
  @Nullable Integer users;

  @Mixin ScenarioOption world = new ScenarioOption();

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description = "Another rule book, and no model.")
  @Nullable Path rules;

  @Option(
      names = "--print-rules",
      description = "Print the rule book of a demo, and start nothing.")
  boolean printRules;

  @Option(
      names = "--port",
      converter = Values.Port.class,
      defaultValue = "0",
      description = "Kafka's port (default: any free).")
  int port;

  @Option(
      names = "--page-port",
      converter = Values.Port.class,
      description = "The live page's port (default: 8080, or any free one if that is in use).")
  @Nullable Integer pagePort;

  @Option(
      names = "--seconds",
      converter = Values.Seconds.class,
      description = "End after so long (default: at Ctrl-C).")
  @Nullable Long seconds;

  /** Says what is wrong before anything is started. */
  void check() {
    Path book = rules;
    if (book != null) {
      RuleBookReader.read(book);
    }
    world.scenario();
    if (pagePort != null && pagePort != 0 && pagePort == port) {
      throw new MisuseException("--port and --page-port are both " + port);
    }
    checkFree("--port", port);
    checkFree("--page-port", pagePort == null ? 0 : pagePort);
  }

  private static void checkFree(String option, int port) {
    try {
      Ports.free(port);
    } catch (UnavailableException taken) {
      throw new UnavailableException(option + ": " + taken.getMessage(), taken);
    }
  }

  /** Different each time, and on a bad day. */
  TrafficSettings traffic() {
    Rate wanted = rate == null ? USUAL_RATE : rate;
    Scenario scenario = world.scenario();
    return new TrafficSettings(
        System.nanoTime(),
        users == null ? People.enoughFor(wanted) : users,
        wanted,
        System.currentTimeMillis(),
        scenario,
        Hostility.USUAL);
  }

  /** When it ends by itself, by the clock of {@link System#nanoTime}. */
  long endNanos() {
    return seconds == null ? Long.MAX_VALUE : System.nanoTime() + seconds * 1_000_000_000;
  }
}
