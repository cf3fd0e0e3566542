package weir.backtest.tally;

import java.util.List;
import java.util.function.Function;
import weir.backtest.answer.Change;
import weir.backtest.answer.Example;
import weir.model.Alert;

/** How the alerts of a rule on one side differ from those on the other. */
final class RuleDifference {
  private final Drawn added;
  private final Drawn removed;
  private long manyKept;
  private long manyChanged;
  private long manyAdded;
  private long manyRemoved;

  RuleDifference(int examples) {
    this.added = new Drawn(examples);
    this.removed = new Drawn(examples);
  }

  /**
   * Compares what both sides say of one payment, or of one window. There is more than one alert
   * only of a total whose version changed within the window.
   */
  void compare(List<Alert> before, List<Alert> after, Function<Alert, Example> example) {
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      if (i >= before.size()) {
        Alert alert = after.get(i);
        manyAdded++;
        added.offer(alert.id(), () -> example.apply(alert));
      } else if (i >= after.size()) {
        Alert alert = before.get(i);
        manyRemoved++;
        removed.offer(alert.id(), () -> example.apply(alert));
      } else if (before.get(i).standing().equals(after.get(i).standing())) {
        manyKept++;
      } else {
        manyChanged++;
      }
    }
  }

  Change change() {
    return new Change(manyKept, manyChanged, manyAdded, manyRemoved);
  }

  List<Example> added() {
    return added.examples();
  }

  List<Example> removed() {
    return removed.examples();
  }
}
