package weir.judge;

import org.jspecify.annotations.Nullable;
import weir.feature.FeatureValues;
import weir.feature.FoldingHistory;
import weir.feature.RememberedValues;
import weir.filter.Lists;
import weir.history.History;
import weir.history.Window;
import weir.rules.AskingRule;
import weir.rules.KeyedRule;
import weir.rules.KnownInWindow;
import weir.rules.Opinion;

/**
 * One transaction as it stands in the history of its user. What one rule has made of it the next
 * need not make again.
 */
final class AtUser {
  private final History history;
  private final int place;
  private final Lists lists;
  private @Nullable RememberedValues values;

  AtUser(History history, int place, Lists lists) {
    this.history = history;
    this.place = place;
    this.lists = lists;
  }

  /** What a rule of the user says of it; nothing if the rule's filter keeps it out. */
  Opinion opinion(KeyedRule rule) {
    if (!history.passes(place, rule.header().filter(), lists)) {
      return Opinion.NONE;
    }
    Window window = window(rule);
    return rule instanceof AskingRule asking
        ? asking.opinion(new KnownInWindow(window, values()))
        : rule.opinion(window);
  }

  /** What a rule may look at. */
  Window window(KeyedRule rule) {
    return history.window(place, rule.windowMillis(), lists);
  }

  private RememberedValues values() {
    RememberedValues known = values;
    if (known == null) {
      known = new RememberedValues(new FeatureValues(FoldingHistory.of(history), place, lists));
      values = known;
    }
    return known;
  }
}
