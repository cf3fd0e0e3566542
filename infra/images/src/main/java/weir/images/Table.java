package weir.images;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import weir.failure.UnavailableException;

/** The table of what was run; each row is written when it is known. */
final class Table {
  private final PrintWriter out;
  private boolean allWell = true;

  Table(PrintWriter out) {
    this.out = out;
    out.println("| what | result | seconds |");
    out.println("| --- | --- | --- |");
  }

  /** Runs a step, which tells what came of it; one that fails is a row, too. */
  boolean step(String what, Callable<String> step) throws InterruptedException {
    long began = System.nanoTime();
    String result;
    boolean well = true;
    try {
      result = step.call();
    } catch (InterruptedException stopped) {
      throw stopped;
    } catch (Exception failed) {
      well = false;
      result = "**failed**: " + reason(failed);
    }
    allWell &= well;
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    out.println(
        String.format(
            Locale.ROOT, "| %s | %s | %.0f |", what, oneLine(result), took.toMillis() / 1e3));
    return well;
  }

  /** What could not be run at all. */
  void notRun(String what, String why) {
    out.println("| " + what + " | not run: " + why + " | |");
  }

  boolean allWell() {
    return allWell;
  }

  private static String reason(Exception failed) {
    return failed instanceof UnavailableException
        ? String.valueOf(failed.getMessage())
        : failed.toString();
  }

  private static String oneLine(String text) {
    return text.replace("|", "/").replaceAll("\\s*\\n\\s*", " / ");
  }
}
