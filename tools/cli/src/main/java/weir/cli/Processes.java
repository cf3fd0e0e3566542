package weir.cli;

import java.util.concurrent.TimeUnit;

/** How a process that this one started is ended. */
public final class Processes {
  private Processes() {}

  /** Asks it to end, and kills it if it has not done so in that time. */
  public static void end(Process process, long patienceSeconds) {
    process.destroy();
    try {
      if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
