package weir.score;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.traffic.Label;

/** One staged scene, and how soon each rule noticed it. */
final class Campaign {
  private final String kind;
  private final boolean fraud;
  private final long[] times;
  private final Map<String, Long> noticed = new HashMap<>();
  private final Set<String> flagged = new HashSet<>();

  Campaign(List<Label> labels) {
    kind = labels.get(0).kind();
    fraud = labels.get(0).isFraud();
    times = labels.stream().mapToLong(Label::time).sorted().toArray();
  }

  String kind() {
    return kind;
  }

  boolean isFraud() {
    return fraud;
  }

  void notice(String ruleId, long time) {
    noticed.merge(ruleId, time, Math::min);
  }

  /** An alert judged one of its payments, and did not only name it as evidence. */
  void flag(String transactionId) {
    flagged.add(transactionId);
  }

  long payments() {
    return times.length;
  }

  long flagged() {
    return flagged.size();
  }

  boolean isNoticed() {
    return !noticed.isEmpty();
  }

  boolean isNoticedBy(String ruleId) {
    return noticed.containsKey(ruleId);
  }

  /** How long after its first payment any rule noticed it. */
  long delayMillis() {
    return Math.max(0, noticedAt() - times[0]);
  }

  /** How many payments had been made when the first rule noticed it. */
  long paymentsUntilNoticed() {
    long made = 0;
    for (long time : times) {
      made += time <= noticedAt() ? 1 : 0;
    }
    return Math.max(1, made);
  }

  private long noticedAt() {
    return noticed.values().stream().mapToLong(Long::longValue).min().orElseThrow();
  }
}
