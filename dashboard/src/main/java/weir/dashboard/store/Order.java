package weir.dashboard.store;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import weir.dashboard.live.Found;

/** In which order alerts are listed. */
public enum Order {
  NEWEST("detected_at desc"),
  /** Those that count before those that do not, then the gravest first. */
  RISK(
      "(status = 'raised' and mode = 'live') desc,"
          + " array_position(array['low', 'medium', 'high', 'critical'], severity) desc,"
          + " detected_at desc");

  private final String sql;

  Order(String sql) {
    this.sql = sql;
  }

  /** The order of this name, as an address says it. */
  public static Optional<Order> of(String name) {
    Predicate<Order> isIt = each -> each.name().toLowerCase(Locale.ROOT).equals(name);
    return Stream.of(values()).filter(isIt).findFirst();
  }

  String sql() {
    return sql;
  }

  Comparator<Found> comparator() {
    Comparator<Found> byTime = Comparator.comparingLong(Found::detectedAt);
    Comparator<Found> byRisk =
        Comparator.comparing(Found::counts).thenComparing(found -> found.alert().severity());
    return (this == NEWEST ? byTime : byRisk.thenComparing(byTime)).reversed();
  }
}
