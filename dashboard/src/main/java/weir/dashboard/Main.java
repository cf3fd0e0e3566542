package weir.dashboard;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import weir.failure.MisuseException;
import weir.launch.ParentWatch;

/** The live page's JVM, which ./weir starts. */
public final class Main {
  private static final int UNAVAILABLE = 1;
  private static final int MISUSE = 2;

  private Main() {}

  @SuppressWarnings("SystemOut") // A command line speaks to whoever typed it.
  public static void main(String[] args) throws InterruptedException {
    ParentWatch.start();
    // PostgreSQL's driver writes to the screen by itself; the page says what is wrong.
    LogManager.getLogManager().reset();
    List<String> options = List.of(args);
    if (options.contains("--help")) {
      System.out.println(Options.help());
      return;
    }
    try {
      Settings settings = Settings.of(options);
      Dashboard dashboard = Dashboard.start(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(dashboard::close));
      if (settings.port() != 0 && settings.port() != dashboard.port()) {
        System.err.println(
            "weir: Port " + settings.port() + " is in use, so the page takes another.");
      }
      System.out.println("Live page: " + dashboard.address());
      new CountDownLatch(1).await();
    } catch (MisuseException wrong) {
      end(wrong, MISUSE);
    } catch (RuntimeException unavailable) {
      end(unavailable, UNAVAILABLE);
    }
  }

  @SuppressWarnings("SystemOut")
  private static void end(RuntimeException cause, int status) {
    System.err.println("weir: " + cause.getMessage());
    System.exit(status);
  }
}
