package weir.patience;

import java.io.Serializable;
import java.time.Duration;
import java.util.function.Consumer;
import weir.failure.UnavailableException;
import weir.files.Durations;

/**
 * How long the job waits for a server.
 *
 * @param server which server, and where
 */
public record Patience(String server, Duration length) implements Serializable {
  private static volatile Consumer<UnavailableException> listener = over -> {};

  /**
   * Called at once in this process when a patience is over. An engine may hold a failure back
   * behind work that waits for the same server.
   */
  public static void tell(Consumer<UnavailableException> whom) {
    listener = whom;
  }

  /** What is thrown when the patience is over. */
  public UnavailableException over(Throwable cause) {
    UnavailableException over = sentence(cause);
    listener.accept(over);
    return over;
  }

  private UnavailableException sentence(Throwable cause) {
    return new UnavailableException(
        "gave up: "
            + server
            + " did not answer for "
            + Durations.print(length.toMillis())
            + " (--patience)",
        cause);
  }
}
