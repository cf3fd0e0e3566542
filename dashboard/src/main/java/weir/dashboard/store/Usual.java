package weir.dashboard.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a payment usually comes to in a currency: amounts of different currencies have no sum, but
 * each can be compared with what is usual. A currency keeps its first figure, so that no order
 * changes by itself.
 */
public final class Usual {
  /** The bounds between which amounts are counted; the least stands for all below it. */
  private static final List<Integer> BOUNDS =
      List.of(
          1, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000);

  /** Of fewer payments nothing can be said. */
  private static final long ENOUGH = 20;

  /** What is taken for usual where it is not known, so that no amount counts as a large one. */
  private static final int UNKNOWN = 100_000;

  private final Map<String, Integer> known = new ConcurrentHashMap<>();

  /** Looks at the payments of the last minutes. */
  public void learn(Connection connection) throws SQLException {
    Map<String, TreeMap<Integer, Long>> counts = new TreeMap<>();
    for (Panels.AmountCount each : Panels.amounts(connection)) {
      counts
          .computeIfAbsent(each.currency(), currency -> new TreeMap<>())
          .merge(each.bound(), each.legitimate(), Long::sum);
    }
    counts.forEach(this::learn);
  }

  private void learn(String currency, Map<Integer, Long> counts) {
    long all = counts.values().stream().mapToLong(each -> each).sum();
    if (all < ENOUGH) {
      return;
    }
    long below = 0;
    for (Map.Entry<Integer, Long> each : counts.entrySet()) {
      below += each.getValue();
      if (below * 2 >= all) {
        known.putIfAbsent(currency, BOUNDS.get(Math.min(each.getKey(), BOUNDS.size() - 1)));
        return;
      }
    }
  }

  /** How many usual payments the money of a case comes to. */
  public double worth(OpenCase of) {
    return of.money().stream()
        .mapToDouble(
            each ->
                Double.parseDouble(each.amount()) / known.getOrDefault(each.currency(), UNKNOWN))
        .sum();
  }
}
