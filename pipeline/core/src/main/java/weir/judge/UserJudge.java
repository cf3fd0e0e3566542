package weir.judge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weir.book.Charter;
import weir.book.RuleBook;
import weir.history.History;
import weir.learn.ModelListener;
import weir.model.Accepted;
import weir.model.Judgement;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.Transaction;
import weir.notice.Announcements;
import weir.notice.Books;
import weir.rules.TotalInWindows;

/**
 * Judges one user's arrivals: the arrival itself, and every later transaction whose window it fell
 * into. A pure function of the history, the arrival and the books.
 */
public final class UserJudge implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Announcements announcements;
  private final Rejudgement rejudged;
  private final long retentionMillis;
  private final long idMemoryMillis;

  /** A judge without verdicts. */
  public UserJudge(RuleBook book) {
    this(book, /* verdicts= */ false);
  }

  /** A judge by one book for all time. */
  public UserJudge(RuleBook book, boolean verdicts) {
    this(book.charter(), Announcements.always(book), verdicts);
  }

  /**
   * A judge by the books that are in force.
   *
   * @param charter of all of them
   * @param verdicts whether it also gives a verdict on every transaction
   */
  public UserJudge(Charter charter, Announcements announcements, boolean verdicts) {
    this(charter, announcements, verdicts, ModelListener.NONE);
  }

  /**
   * The same.
   *
   * @param listener hears what models are asked
   */
  public UserJudge(
      Charter charter, Announcements announcements, boolean verdicts, ModelListener listener) {
    this.announcements = announcements;
    this.rejudged = new Rejudgement(verdicts, charter.horizonMillis(), listener);
    this.retentionMillis = charter.retentionMillis();
    this.idMemoryMillis = charter.idMemoryMillis();
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
    long logTime = received.position().time();
    Books books = announcements.knownAt(logTime);
    History grown = history.with(arrival, logTime, retentionMillis);
    List<Judgement> judgements = new ArrayList<>();
    rejudged.judgeAll(books, history, grown, received, judgements);
    // Of a total that was in force longer ago nothing stands in the history any more.
    for (TotalInWindows total : books.totalsInForce(logTime - retentionMillis, logTime)) {
      judgements.addAll(new TotalGate(total, books).opened(history, grown, arrival));
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
