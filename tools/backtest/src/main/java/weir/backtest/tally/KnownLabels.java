package weir.backtest.tally;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import weir.backtest.answer.Truth;
import weir.book.Charter;
import weir.judge.Hearing;
import weir.log.Entry;
import weir.log.Kind;
import weir.log.Log;
import weir.model.Label;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payment;
import weir.model.Rejected;

/**
 * What is known of payments today: of several labels on one payment the newest in the log stands.
 * They are read before the payments, since a label may come weeks after its payment. All of them
 * are held.
 */
public final class KnownLabels {
  private final Hearing hearing;
  private final Map<Payment, Said> said = new HashMap<>();
  private long heard;

  /** The label of a payment that stands so far. */
  private record Said(LogPosition position, boolean fraud) {
    Said newer(Said other) {
      return LogPosition.ORDER.compare(other.position, position) >= 0 ? other : this;
    }
  }

  /**
   * Nothing is known yet.
   *
   * @param charter says how labels are laid out
   */
  public KnownLabels(Charter charter) {
    this.hearing = Hearing.of(charter);
  }

  /** Hears all labels of a log, to its end. */
  public void hearAll(Log log) {
    for (Entry each = log.next(); each != null; each = log.next()) {
      if (each.kind() == Kind.LABELS) {
        hear(each.record());
      }
    }
  }

  /** Hears a record of a topic of labels; one that is no label says nothing of any payment. */
  public void hear(LogRecord record) {
    hearing.examine(
        record,
        new Hearing.Cases() {
          @Override
          public void heard(Label label) {
            heard++;
            said.merge(Payment.of(label), new Said(label.position(), label.fraud()), Said::newer);
          }

          @Override
          public void rejected(Rejected rejected) {
            // A walk that may know labels counts it.
          }
        });
  }

  /** How many labels were heard. */
  long heard() {
    return heard;
  }

  /** The payments that they are about. */
  public Set<Payment> payments() {
    return Collections.unmodifiableSet(said.keySet());
  }

  Truth of(Payment payment) {
    Said its = said.get(payment);
    if (its == null) {
      return Truth.UNLABELLED;
    }
    return its.fraud() ? Truth.FRAUD : Truth.HONEST;
  }
}
