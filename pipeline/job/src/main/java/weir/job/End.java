package weir.job;

import java.util.concurrent.TimeUnit;

/** The end of the process. */
final class End {
  private static final int TO_END_SECONDS = 10;

  private End() {}

  /** Ends the process, even if a shutdown hook hangs. */
  static void with(int code) {
    Thread halt = new Thread(() -> halt(code), "weir-end");
    halt.setDaemon(true);
    halt.start();
    System.exit(code);
  }

  private static void halt(int code) {
    try {
      TimeUnit.SECONDS.sleep(TO_END_SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(code);
  }
}
