package weir.score;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Campaigns summed up by their kind. */
final class KindScores {
  private static final double HALF = 0.5;
  private static final double NEARLY_ALL = 0.95;

  private KindScores() {}

  static List<KindScore> of(Collection<Campaign> campaigns, Set<String> rules) {
    return campaigns.stream().collect(Collectors.groupingBy(Campaign::kind)).values().stream()
        .map(all -> score(all, rules))
        .sorted(KindScore.ORDER)
        .toList();
  }

  private static KindScore score(List<Campaign> all, Set<String> rules) {
    List<Campaign> noticed = all.stream().filter(Campaign::isNoticed).toList();
    Map<String, Long> byRule = new TreeMap<>();
    for (String rule : rules) {
      long count = all.stream().filter(campaign -> campaign.isNoticedBy(rule)).count();
      if (count > 0) {
        byRule.put(rule, count);
      }
    }
    return new KindScore(
        all.get(0).kind(),
        all.get(0).isFraud(),
        all.size(),
        noticed.size(),
        all.stream().mapToLong(Campaign::payments).sum(),
        all.stream().mapToLong(Campaign::flagged).sum(),
        byRule,
        quantile(noticed, Campaign::delayMillis, HALF),
        quantile(noticed, Campaign::delayMillis, NEARLY_ALL),
        quantile(noticed, Campaign::paymentsUntilNoticed, HALF));
  }

  private static long quantile(
      List<Campaign> campaigns, ToLongFunction<Campaign> value, double share) {
    long[] sorted = campaigns.stream().mapToLong(value).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
