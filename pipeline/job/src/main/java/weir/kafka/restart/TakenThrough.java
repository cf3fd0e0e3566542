package weir.kafka.restart;

import java.util.ServiceLoader;

/**
 * Until when an engine has taken what was read through all steps. Most engines hold back the marks
 * of a reader until then; one that reads ahead of its steps has such a service on the class path.
 */
public interface TakenThrough {
  /**
   * A time: what was read before it has been through all steps. A step asks in its own thread, and
   * for every transaction.
   */
  long until();

  /** That of the engine which runs this process. */
  static TakenThrough here() {
    return ServiceLoader.load(TakenThrough.class, TakenThrough.class.getClassLoader())
        .findFirst()
        .orElse(() -> Long.MAX_VALUE);
  }
}
