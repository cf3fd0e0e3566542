package weir.source;

import java.util.Optional;
import java.util.ServiceLoader;
import weir.options.WeirOptions;

/**
 * A kind of whole log. Its module registers it as a service, so the class path decides whether it
 * is there, and its options with Beam.
 */
public interface WholeLogKind {
  /** The option that names the log. */
  String option();

  /**
   * The log, if the options name one. A wrong place is a {@link weir.failure.MisuseException}, and
   * one that is empty or away a {@link weir.failure.UnavailableException}.
   */
  Optional<WholeLog> of(WeirOptions options);

  /** All kinds that there are. */
  static Iterable<WholeLogKind> all() {
    return ServiceLoader.load(WholeLogKind.class, WholeLogKind.class.getClassLoader());
  }
}
