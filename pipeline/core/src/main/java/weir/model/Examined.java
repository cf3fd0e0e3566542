package weir.model;

import java.util.function.Consumer;

/** A record of the log after the look that decides whether it is judged. */
public sealed interface Examined permits Accepted, Rejected {
  /** Hands it to the one that it is for: whoever takes it apart must say what becomes of each. */
  void match(Consumer<Accepted> accepted, Consumer<Rejected> rejected);

  boolean isAccepted();
}
