package weir.job;

import weir.book.Charter;
import weir.options.WeirOptions;

/** What an engine does with a job's options before it runs the job. */
@FunctionalInterface
public interface Engine {
  /** Before the pipeline is built. */
  void prepare(WeirOptions options);

  /** When it is built and its charter is known, before it runs. */
  default void settle(WeirOptions options, Charter charter) {}

  /** Whether it makes readers anew of their marks though nothing was lost. */
  default boolean makesReadersAnew() {
    return true;
  }
}
