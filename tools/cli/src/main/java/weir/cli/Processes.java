package weir.cli;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How a process that this one started is ended. */
public final class Processes {
  /** What the JDK adds to the number of the signal that ended a process. */
  private static final int SIGNALS = 128;

  private Processes() {}

  /** How a process that has ended did so, if it was not by itself. */
  static Optional<String> signal(Process ended) {
    int signal = ended.exitValue() - SIGNALS;
    return signal > 0 ? Optional.of("was ended by signal " + signal) : Optional.empty();
  }

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
