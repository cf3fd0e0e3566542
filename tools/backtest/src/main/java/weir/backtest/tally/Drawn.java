package weir.backtest.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import weir.backtest.answer.Example;

/**
 * Some of many alerts: those with the smallest ids. An id is a hash, so each alert is as likely to
 * be drawn as any other, and the same ones are drawn in whatever order they come.
 */
final class Drawn {
  private final int most;
  private final NavigableMap<String, Example> drawn = new TreeMap<>();

  Drawn(int most) {
    this.most = most;
  }

  void offer(String alertId, Supplier<Example> example) {
    if (drawn.size() >= most) {
      if (most == 0 || drawn.lastKey().compareTo(alertId) <= 0) {
        return;
      }
      drawn.pollLastEntry();
    }
    drawn.put(alertId, example.get());
  }

  List<Example> examples() {
    return new ArrayList<>(drawn.values());
  }
}
