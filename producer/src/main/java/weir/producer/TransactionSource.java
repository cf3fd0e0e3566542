package weir.producer;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import weir.model.Transaction;

/**
 * Endless transactions of many users, most of them honest; it begins with one of each thing that is
 * not, so that there is soon something to see. The same seed and times give the same transactions
 * on any machine.
 */
public final class TransactionSource {
  /** How often a payment begins something suspicious; with what follows it is some two percent. */
  private static final double BEGINS = 0.004;

  private static final List<Campaign> CAMPAIGNS = List.of(Campaign.values());

  private final long seed;
  private final int users;
  private final SplittableRandom random;
  private final PriorityQueue<Due> planned =
      new PriorityQueue<>(Comparator.comparingLong(Due::time).thenComparingLong(Due::number));
  private long plannedSoFar;
  private long sent;

  private record Due(long time, long number, Payment payment) {}

  public TransactionSource(long seed, int users) {
    this.seed = seed;
    this.users = users;
    this.random = new SplittableRandom(seed);
  }

  /** The next transaction, happening at the given time. */
  public Transaction next(long time) {
    if (sent == 0 && planned.isEmpty()) {
      CAMPAIGNS.forEach(campaign -> plan(campaign, someone(), time));
    }
    Due due = planned.peek();
    if (due != null && due.time() <= time) {
      planned.remove();
      return due.payment().toTransaction(++sent, time);
    }
    Cardholder holder = someone();
    if (random.nextDouble() < BEGINS) {
      plan(CAMPAIGNS.get(random.nextInt(CAMPAIGNS.size())), holder, time);
      return next(time);
    }
    return Payment.usual(holder, random).toTransaction(++sent, time);
  }

  private Cardholder someone() {
    return Cardholder.number(random.nextInt(users), seed);
  }

  private void plan(Campaign campaign, Cardholder holder, long time) {
    for (Campaign.Step step : campaign.steps(holder, random)) {
      planned.add(new Due(time + step.afterMillis(), ++plannedSoFar, step.payment()));
    }
  }
}
