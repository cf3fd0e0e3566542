package weir.bench.chaos;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits for a job's actions, and restarts the job once if it has ended by itself, as an operator
 * would when a server is back.
 */
final class Watchman {
  private static final int LOOK_MILLIS = 100;

  private final Deployment job;
  private String words = "";

  /** The condition that is waited for. */
  interface Question {
    boolean yes();
  }

  Watchman(Deployment job) {
    this.job = job;
  }

  void await(Question question, Duration patience, String what) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!question.yes()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "it is not seen that the job " + what + "\n" + job.output());
      }
      if (!job.isAlive() && words.isEmpty()) {
        goOn();
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** Waits while a server is away; a job that ends meanwhile is left alone. */
  void pass(Duration time) throws InterruptedException {
    long began = System.nanoTime();
    long ended = 0;
    while (System.nanoTime() - began < time.toNanos()) {
      if (ended == 0 && !job.isAlive()) {
        ended = Math.max(1, (System.nanoTime() - began) / 1_000_000_000);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    if (ended > 0) {
      words = "ended after " + ended + " s, ";
    }
  }

  /** Restarts the job if it has ended. */
  void goOn() {
    if (!job.isAlive()) {
      words += "\"" + lastWords() + "\", begun anew";
      job.startAgain();
    }
  }

  private String lastWords() {
    return job.output()
        .lines()
        .filter(line -> line.startsWith("weir: "))
        .reduce((first, last) -> last)
        .orElse("");
  }

  /** Tells whether the job went on or was restarted. */
  String report() {
    return words.isEmpty() ? "went on" : words;
  }
}
