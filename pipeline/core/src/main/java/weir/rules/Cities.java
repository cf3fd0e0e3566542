package weir.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.filter.Filter;
import weir.filter.Names;
import weir.history.Summary;
import weir.model.Transaction;

/**
 * In which cities those were that the filter lets pass. A city is its name and country, without
 * regard to case; a transaction that names no city was in none.
 */
public record Cities(Filter filter) implements Summary<Cities.Seen> {

  /**
   * The cities in the order in which they were seen first.
   *
   * @param first the first transaction in each
   * @param count of transactions in any
   */
  public record Seen(Map<String, Transaction> first, int count) {
    private static final Seen NONE = new Seen(Map.of(), 0);
  }

  /** What the transaction's city is compared by. */
  static @Nullable String city(Transaction tx) {
    String city = tx.city();
    if (city == null) {
      return null;
    }
    String country = tx.country();
    // No text holds a NUL, so it keeps the two apart.
    return Names.fold(city) + "\0" + (country == null ? "" : Names.fold(country));
  }

  @Override
  public Seen ofNothing() {
    return Seen.NONE;
  }

  @Override
  public Seen of(Transaction tx) {
    String city = city(tx);
    return city == null ? Seen.NONE : new Seen(Map.of(city, tx), 1);
  }

  @Override
  public Seen plus(Seen left, Seen right) {
    if (left.count == 0 || right.count == 0) {
      return left.count == 0 ? right : left;
    }
    Map<String, Transaction> first = left.first;
    if (!first.keySet().containsAll(right.first.keySet())) {
      first = new LinkedHashMap<>(left.first);
      right.first.forEach(first::putIfAbsent);
    }
    return new Seen(first, left.count + right.count);
  }
}
