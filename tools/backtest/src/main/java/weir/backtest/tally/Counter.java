package weir.backtest.tally;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Hits;
import weir.backtest.answer.Period;
import weir.backtest.answer.Truth;

/** Counts alerts, and how right they are. */
final class Counter {
  private final Set<String> users = new HashSet<>();
  private final Frauds caught = new Frauds();
  private long alerts;
  private long honest;
  private long unlabelled;

  /** An alert about a payment. */
  void add(Settled payment, Truth truth) {
    add(payment.payment().userId());
    switch (truth) {
      case FRAUD -> caught.add(payment);
      case HONEST -> honest++;
      case UNLABELLED -> unlabelled++;
    }
  }

  /** An alert about a whole window. */
  void add(String userId) {
    alerts++;
    users.add(userId);
  }

  /**
   * What was counted.
   *
   * @param inSight the frauds that could have been found; absent where nothing is labelled
   */
  Figures figures(Period period, @Nullable Frauds inSight) {
    Hits hits =
        inSight == null
            ? null
            : new Hits(
                caught.many(),
                honest,
                unlabelled,
                inSight.many(),
                caught.money(),
                inSight.without(caught));
    return new Figures(alerts, period.perDay(alerts), users.size(), hits);
  }
}
