package weir.sink;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import weir.options.WeirOptions;

/**
 * A kind of place for answers, beside the topics that every job has. Its module names it as a
 * service; whether it is there is for the class path to say. Its options are its own, registered
 * with Beam.
 */
public interface SinkKind {
  /**
   * The sink that the options ask for, if they do. What it cannot be is told by {@link
   * weir.failure.MisuseException}; no server is asked yet.
   */
  Optional<Sink> of(WeirOptions options);

  /** All kinds that there are. */
  static List<SinkKind> all() {
    return ServiceLoader.load(SinkKind.class, SinkKind.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
