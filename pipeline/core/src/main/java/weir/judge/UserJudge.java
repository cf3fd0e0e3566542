package weir.judge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weir.book.RuleBook;
import weir.history.History;
import weir.model.Accepted;
import weir.model.Judgement;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.TowardsTotal;
import weir.model.Transaction;

/**
 * Judges one user's arrivals: the arrival itself, and every later transaction whose window it fell
 * into. A pure function of the history and the arrival.
 */
public final class UserJudge implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Rejudgement rejudged;
  private final List<TotalGate> gates;
  private final long retentionMillis;
  private final long idMemoryMillis;

  /** A judge without verdicts. */
  public UserJudge(RuleBook book) {
    this(book, /* verdicts= */ false);
  }

  /**
   * A judge.
   *
   * @param verdicts whether it also gives a verdict on every transaction
   */
  public UserJudge(RuleBook book, boolean verdicts) {
    this.rejudged = new Rejudgement(book.keyedRules(), verdicts, book.horizonMillis());
    this.gates = book.totals().stream().map(TotalGate::new).toList();
    this.retentionMillis = book.retentionMillis();
    this.idMemoryMillis = book.idMemoryMillis();
  }

  /**
   * The result of an arrival: the next history, and all judgements.
   *
   * @param changed whether the history differs from the one before
   */
  public record Outcome(History history, boolean changed, List<Judgement> judgements) {}

  public Outcome judge(History history, Accepted received) {
    Transaction arrival = received.transaction();
    Optional<Transaction> known =
        history.find(arrival.id(), received.position().time() - idMemoryMillis);
    if (known.isPresent()) {
      return new Outcome(history, false, duplicate(known.get(), received));
    }
    History grown = history.with(arrival, retentionMillis);
    List<Judgement> judgements = new ArrayList<>();
    rejudged.judgeAll(history, grown, arrival, judgements);
    for (TotalGate gate : gates) {
      for (Transaction spent : gate.opened(history, grown, arrival)) {
        judgements.add(new TowardsTotal(gate.rule().header().id(), spent));
      }
    }
    return new Outcome(grown, true, judgements);
  }

  private static List<Judgement> duplicate(Transaction known, Accepted received) {
    if (known.equals(received.transaction())) {
      return List.of();
    }
    return List.of(
        new Rejected(
            RejectReason.CONFLICTING_DUPLICATE,
            "another transaction with this id came first and stands",
            received.position(),
            received.original()));
  }
}
