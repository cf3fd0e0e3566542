package weir.train.gather;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.model.Label;
import weir.model.LogPosition;
import weir.model.Payment;
import weir.train.rows.Rows;

/** What was said of payments, and when. */
final class Truth {
  private final Map<Payment, List<Said>> said = new HashMap<>();
  private final Map<Payment, String> kinds = new HashMap<>();
  private long labels;

  /** One label. */
  private record Said(LogPosition position, boolean fraud) {}

  /**
   * A stretch of log time in which a payment was known as fraud.
   *
   * @param from or {@link Rows#NEVER}
   * @param until or {@link Rows#NEVER}
   */
  record Known(long from, long until) {
    static final Known NOTHING = new Known(Rows.NEVER, Rows.NEVER);
  }

  void hear(Label label) {
    labels++;
    said.computeIfAbsent(Payment.of(label), any -> new ArrayList<>(1))
        .add(new Said(label.position(), label.fraud()));
  }

  /** Hears of what kind it is. */
  void hear(Label label, String kind) {
    kinds.put(Payment.of(label), kind);
  }

  /** Of what kind a payment was said to be last; empty if nobody said. */
  String kind(Payment payment) {
    return kinds.getOrDefault(payment, "");
  }

  long labels() {
    return labels;
  }

  int payments() {
    return said.size();
  }

  boolean names(Payment payment) {
    return said.containsKey(payment);
  }

  /** When a payment was known as fraud, the last time if it was so more than once. */
  Known of(Payment payment) {
    List<Said> all = said.get(payment);
    if (all == null) {
      return Known.NOTHING;
    }
    all.sort((one, other) -> LogPosition.ORDER.compare(one.position(), other.position()));
    Known known = Known.NOTHING;
    boolean fraud = false;
    for (Said each : all) {
      long at = each.position().time();
      if (each.fraud() && !fraud) {
        known = new Known(at, Rows.NEVER);
      } else if (!each.fraud() && fraud) {
        known = new Known(known.from(), at);
      }
      fraud = each.fraud();
    }
    return known;
  }

  /**
   * Within which time after their payments nine of ten labels of fraud had come.
   *
   * @return 0 if there are none
   */
  long usualDelayMillis() {
    long[] delays =
        said.keySet().stream()
            .mapToLong(each -> delayMillis(each, of(each)))
            .filter(delay -> delay != Rows.NEVER)
            .toArray();
    Arrays.sort(delays);
    return delays.length == 0 ? 0 : Math.max(0, delays[(delays.length * 9 - 1) / 10]);
  }

  private static long delayMillis(Payment payment, Known known) {
    return known.from() == Rows.NEVER ? Rows.NEVER : known.from() - payment.time();
  }
}
