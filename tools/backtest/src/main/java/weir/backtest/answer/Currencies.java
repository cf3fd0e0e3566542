package weir.backtest.answer;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The currencies of what was paid in labelled frauds. */
public final class Currencies {
  /** Where there are more, money is told of all rules together, and not of each. */
  public static final int FEW = 3;

  private Currencies() {}

  /** Those of either side, by how much the sides differ, as a part of all that was paid in them. */
  public static List<String> mostChanged(@Nullable Hits before, @Nullable Hits after) {
    return of(before, after).stream()
        .sorted(
            Comparator.comparingDouble((String currency) -> -change(before, after, currency))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static double change(@Nullable Hits before, @Nullable Hits after, String currency) {
    if (before == null || after == null) {
      return 0;
    }
    BigDecimal caught = after.caught().getOrDefault(currency, BigDecimal.ZERO);
    double all = caught.add(after.missed().getOrDefault(currency, BigDecimal.ZERO)).doubleValue();
    double change =
        caught.subtract(before.caught().getOrDefault(currency, BigDecimal.ZERO)).doubleValue();
    return all == 0 ? 0 : Math.abs(change) / all;
  }

  private static Set<String> of(@Nullable Hits before, @Nullable Hits after) {
    SortedSet<String> currencies = new TreeSet<>();
    add(before, currencies);
    add(after, currencies);
    return currencies;
  }

  private static void add(@Nullable Hits hits, Set<String> currencies) {
    if (hits != null) {
      currencies.addAll(hits.caught().keySet());
      currencies.addAll(hits.missed().keySet());
    }
  }
}
