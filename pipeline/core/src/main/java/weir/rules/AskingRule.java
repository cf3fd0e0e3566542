package weir.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import weir.feature.Feature;
import weir.filter.Lists;
import weir.history.Window;
import weir.model.Transaction;

/**
 * A rule that asks what features say of a transaction, wherever these were looked at. Each of its
 * features looks at a key of its own.
 */
public sealed interface AskingRule extends KeyedRule permits ByExpression, ByModel, OfInputs {

  /** Those that it asks for, in the order of their names. */
  List<Feature> features();

  /** What it says of a transaction by what is known of it. */
  Opinion opinion(Known known);

  /** Whether it can hold for a transaction, whatever its features say. */
  default boolean canHold(Transaction tx, long logTime, Lists lists) {
    return true;
  }

  /** Whether it can hold if more becomes known of other features, whatever it is. */
  default boolean canHold(Known known) {
    return true;
  }

  /** How many transactions each feature names as evidence at most. */
  default int evidenceOfEach() {
    return 0;
  }

  @Override
  default Opinion opinion(Window window) {
    return opinion(new KnownInWindow(window));
  }

  @Override
  default Optional<Finding> judge(Window window) {
    return opinion(window).finding();
  }

  @Override
  default Set<String> featureNames() {
    return features().stream().map(Feature::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of the features of the user: others look where their keys are. */
  @Override
  default long windowMillis() {
    return reachMillis(each -> each.by() == null);
  }

  @Override
  default long reachMillis() {
    return reachMillis(each -> true);
  }

  private long reachMillis(Predicate<Feature> some) {
    long most = 0;
    for (Feature each : features()) {
      most = some.test(each) ? Math.max(most, each.window().reachMillis()) : most;
    }
    return most;
  }

  @Override
  default Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (Feature each : features()) {
      if (each.by() != null) {
        keys.add(each.by());
      }
    }
    return keys;
  }

  @Override
  default Set<String> lists() {
    Set<String> lists = new TreeSet<>(header().filter().lists());
    for (Feature each : features()) {
      if (each.where().condition() instanceof OfOne where) {
        lists.addAll(where.condition().lists());
      }
    }
    return lists;
  }
}
