package weir.bench.jmh;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import weir.book.RuleBook;
import weir.history.History;
import weir.judge.UserJudge;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.LogPosition;
import weir.model.Payload;
import weir.model.Transaction;

/**
 * One person's payments at even intervals and without end, so that the history always holds the
 * same number. A stretch longer than any memory of ids is made in advance and repeated, each time
 * at later times.
 */
final class Card {
  private static final int LEAST_LAP = 1024;
  private static final int MOST_REFUSED = 100_000;

  /** Larger payments would add up to the limit of a sum, and then a rule would fire at each. */
  private static final long MOST_OF_A_QUIET_ONE = 2000;

  private static final Payload NO_BYTES = new Payload(new byte[0]);

  private final List<Transaction> lap = new ArrayList<>();
  private final long stepMillis;
  private final History history;
  private long number;

  /**
   * A card.
   *
   * @param held how many transactions the history holds
   * @param fires whether a rule fires at each payment or at none; in the second case payments are
   *     small
   */
  Card(RuleBook book, int held, boolean fires) {
    stepMillis = book.retentionMillis() / held;
    int size = Math.max(LEAST_LAP, 2 * held);
    UserJudge judge = new UserJudge(book);
    History grown = History.empty();
    // A refused payment has already grown the history, so the next one has to copy it.
    Iterator<Transaction> payments =
        Simulation.onePerson()
            .filter(payment -> fires || payment.amountMinor() <= MOST_OF_A_QUIET_ONE)
            .iterator();
    int refused = 0;
    while (lap.size() < size) {
      Accepted candidate = received(payments.next());
      UserJudge.Outcome outcome = judge.judge(grown, candidate);
      if (fires(outcome) == fires) {
        lap.add(candidate.transaction());
        grown = outcome.history();
        number++;
        refused = 0;
      } else if (++refused > MOST_REFUSED) {
        throw new IllegalStateException("no such payment after " + lap.size());
      }
    }
    history = grown;
  }

  static boolean fires(UserJudge.Outcome outcome) {
    return outcome.judgements().stream().anyMatch(Alert.class::isInstance);
  }

  /** The history before the next payment. */
  History history() {
    return history;
  }

  /** The next payment. It costs little to make. */
  Accepted next() {
    Accepted next = received(lap.get((int) (number % lap.size())));
    number++;
    return next;
  }

  private Accepted received(Transaction payment) {
    long time = Simulation.START + number * stepMillis;
    return new Accepted(at(payment, time), new LogPosition(0, number, time), NO_BYTES);
  }

  private static Transaction at(Transaction tx, long time) {
    return new Transaction(
        tx.id(),
        tx.userId(),
        tx.amountMinor(),
        tx.currency(),
        time,
        tx.merchantId(),
        tx.category(),
        tx.paymentMethod(),
        tx.city(),
        tx.country(),
        tx.latitude(),
        tx.longitude(),
        tx.deviceId());
  }
}
