package weir.cli.read;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Says once that what is followed has gone, and once that it is back. */
final class Outage {
  private static final Duration EVERY = Duration.ofSeconds(3);

  private final Supplier<Optional<String>> trouble;
  private final PrintWriter err;
  private Optional<String> told = Optional.empty();
  private long lookedAt = System.nanoTime();

  /**
   * Watches something.
   *
   * @param trouble what is wrong with it now, if anything is
   */
  Outage(Supplier<Optional<String>> trouble, PrintWriter err) {
    this.trouble = trouble;
    this.err = err;
  }

  /** Looks now and then; costs nothing in between. */
  void look() {
    long now = System.nanoTime();
    if (now - lookedAt < EVERY.toNanos()) {
      return;
    }
    Optional<String> found = trouble.get();
    lookedAt = System.nanoTime();
    if (!found.equals(told)) {
      err.println("weir: " + found.map(why -> why + "; waiting for it").orElse("it is back"));
      err.flush();
      told = found;
    }
  }
}
