package weir.traffic;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import weir.text.Table;

/** Counts what happens in a world, kind by kind. It keeps every name that it has met. */
public final class Census {
  private static final int INDENT = 2;
  private static final double PERCENT = 100;

  private final Map<String, Counter> counters = new HashMap<>();

  /**
   * What was counted of one kind.
   *
   * @param campaigns how many scenes of it there were
   * @param users to how many people it happened
   * @param shops at how many shops
   */
  public record Count(
      String kind, boolean isFraud, long payments, int campaigns, int users, int shops) {}

  private static final class Counter {
    private final boolean fraud;
    private final Set<String> campaigns = new HashSet<>();
    private final Set<String> users = new HashSet<>();
    private final Set<String> shops = new HashSet<>();
    private long payments;

    private Counter(boolean fraud) {
      this.fraud = fraud;
    }

    private void add(Label label) {
      payments++;
      campaigns.add(label.campaignId());
      users.add(label.userId());
      shops.add(label.payment().getOrDefault("merchantId", ""));
    }

    private Count count(String kind) {
      return new Count(kind, fraud, payments, campaigns.size(), users.size(), shops.size());
    }
  }

  public void add(Label label) {
    counters.computeIfAbsent(label.kind(), kind -> new Counter(label.isFraud())).add(label);
  }

  /** Frauds first, and of each sort the most frequent. */
  public List<Count> counts() {
    return counters.entrySet().stream()
        .map(each -> each.getValue().count(each.getKey()))
        .sorted(
            Comparator.comparing(Count::isFraud)
                .thenComparing(Count::payments)
                .reversed()
                .thenComparing(Count::kind))
        .toList();
  }

  public long frauds() {
    return counts().stream().filter(Count::isFraud).mapToLong(Count::payments).sum();
  }

  /**
   * The same for people.
   *
   * @param payments how many payments there were in all
   */
  public String table(long payments) {
    Table table = new Table("Kind", "is", "payments", "scenes", "users", "shops").align(1, true);
    for (Count count : counts()) {
      table.add(
          List.of(
              count.kind(),
              count.isFraud() ? "fraud" : "honest",
              number(count.payments()),
              number(count.campaigns()),
              number(count.users()),
              number(count.shops())));
    }
    double share = payments == 0 ? 0 : PERCENT * frauds() / payments;
    return table.text().indent(INDENT)
        + String.format(Locale.ROOT, "%,d frauds, %.2f %% of all payments%n", frauds(), share);
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
