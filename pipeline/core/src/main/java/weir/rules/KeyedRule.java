package weir.rules;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import weir.history.Window;

/**
 * A rule that judges one transaction by a pure function of its window: the transactions of its key,
 * nearly always the user, whose time is in (time − length, time].
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

  /** How far back it looks at transactions of the user. */
  default long userReachMillis() {
    return header().by() == null ? windowMillis() : 0;
  }

  /** The names of the keys besides the user at whose transactions it looks. */
  default Set<String> keys() {
    String by = header().by();
    return by == null ? Set.of() : Set.of(by);
  }

  /** Whether it may cease to fire on a transaction when more becomes known. */
  default boolean canLoseGround() {
    return true;
  }

  /** The same rule with another header. */
  KeyedRule with(RuleHeader header);

  /** Judges the window's subject. The rule's filter has already let the subject pass. */
  Optional<Finding> judge(Window window);

  /** What it says of the window's subject. */
  default Opinion opinion(Window window) {
    return Opinion.of(judge(window));
  }

  @Override
  default void match(Consumer<KeyedRule> keyed, Consumer<TotalInWindows> total) {
    keyed.accept(this);
  }
}
