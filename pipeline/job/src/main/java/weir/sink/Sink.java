package weir.sink;

import java.util.Optional;

/** A place for answers that a command line asks for. */
public interface Sink {
  Needs needs();

  /** Whether it takes the answers to a whole log, which come as a batch and in no order. */
  default boolean takesWholeLogs() {
    return false;
  }

  /** Opens it, makes what must be there before anything is written, and adds it to the others. */
  void addTo(Sinks sinks);

  /** The records that it keeps, if it does. */
  default Optional<KeptRecords> keptRecords() {
    return Optional.empty();
  }
}
