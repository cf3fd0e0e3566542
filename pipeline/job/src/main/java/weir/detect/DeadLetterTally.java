package weir.detect;

import java.util.EnumMap;
import java.util.Map;
import weir.meters.Meters;
import weir.model.RejectReason;
import weir.model.Rejected;

/** Counts records that are not judged by reason, for the reasons of one step. */
final class DeadLetterTally {
  private final Map<RejectReason, Tally> byReason = new EnumMap<>(RejectReason.class);

  DeadLetterTally(RejectReason... reasons) {
    for (RejectReason reason : reasons) {
      byReason.put(reason, new Tally(Meters.deadLetters(reason)));
    }
  }

  void add(Rejected rejected) {
    Tally tally = byReason.get(rejected.reason());
    if (tally != null) {
      tally.add(1);
    }
  }

  /** At the end of a bundle. */
  void tell() {
    byReason.values().forEach(Tally::tell);
  }
}
