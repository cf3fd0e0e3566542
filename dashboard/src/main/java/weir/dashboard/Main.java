package weir.dashboard;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import weir.watch.ParentWatch;

/** What ./weir starts for the live page, as a JVM of its own. */
public final class Main {
  private static final int FAILED = 1;

  private Main() {}

  @SuppressWarnings("SystemOut") // A command line speaks to whoever typed it.
  public static void main(String[] args) throws InterruptedException {
    ParentWatch.start();
    try {
      Dashboard dashboard = Dashboard.start(Settings.of(List.of(args)));
      CountDownLatch end = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(dashboard::close));
      System.out.println("Live page: " + dashboard.address());
      end.await();
    } catch (MisuseException wrong) {
      System.err.println("weir: " + wrong.getMessage());
      System.exit(FAILED);
    }
  }
}
