package weir.sink;

/** A place for answers that a command line asks for. */
public interface Sink {
  Needs needs();

  /** Opens it, makes what must be there before anything is written, and adds it to the others. */
  void addTo(Sinks sinks);
}
