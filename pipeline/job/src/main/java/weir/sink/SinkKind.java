package weir.sink;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import weir.options.WeirOptions;

/**
 * A kind of sink, beside the topics that every job has. Its module registers it as a service, so
 * the class path decides whether it is there. Its module also registers its options with Beam.
 */
public interface SinkKind {
  /**
   * The sink, if the options ask for one. Wrong options are a {@link weir.failure.MisuseException};
   * no server is asked yet.
   */
  Optional<Sink> of(WeirOptions options);

  /** All kinds that there are. */
  static List<SinkKind> all() {
    return ServiceLoader.load(SinkKind.class, SinkKind.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
