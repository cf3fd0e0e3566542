package weir.dashboard;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weir.command.OneLine;
import weir.command.PageOptions;
import weir.launch.ParentWatch;

/** The live page's JVM, which ./weir starts. */
@Command(
    name = "weir dashboard",
    mixinStandardHelpOptions = true,
    description = "Serves the live page over PostgreSQL and the topics, until Ctrl-C.")
public final class Main implements Callable<Integer> {
  @Mixin PageOptions options = new PageOptions();
  @Spec @Nullable CommandSpec spec;

  private Main() {}

  public static void main(String[] args) {
    ParentWatch.start();
    // PostgreSQL's driver writes to the screen by itself; the page says what is wrong.
    LogManager.getLogManager().reset();
    System.exit(OneLine.of(new CommandLine(new Main())).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Settings settings = Settings.of(options);
    Dashboard dashboard = Dashboard.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(dashboard::close));
    if (settings.port() != 0 && settings.port() != dashboard.port()) {
      line.getErr()
          .println("weir: Port " + settings.port() + " is in use, so the page takes another.");
    }
    line.getOut().println("Live page: " + dashboard.address());
    line.getOut().flush();
    new CountDownLatch(1).await();
    return CommandLine.ExitCode.OK;
  }
}
