package weir.rules;

import java.util.Optional;
import java.util.function.Consumer;
import weir.history.Window;

/**
 * A rule that judges one transaction by a pure function of its window: the user's transactions
 * whose time is in (time − length, time].
 */
public non-sealed interface KeyedRule extends Rule {

  /**
   * How far back the window reaches, in milliseconds; zero if only the transaction itself counts.
   */
  long windowMillis();

  @Override
  default long reachMillis() {
    return windowMillis();
  }

  /** Judges the window's subject. The rule's filter has already let the subject pass. */
  Optional<Finding> judge(Window window);

  @Override
  default void match(Consumer<KeyedRule> keyed, Consumer<TotalInWindows> total) {
    keyed.accept(this);
  }
}
