package weir.model;

import java.util.function.Consumer;

/** A record of the log after the look that decides whether it is judged. */
public sealed interface Examined permits Accepted, Rejected {
  /** Calls the case that it is, so that each caller must handle every case. */
  void match(Consumer<Accepted> accepted, Consumer<Rejected> rejected);

  boolean isAccepted();
}
