package weir.bench.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.history.History;
import weir.judge.UserJudge;
import weir.model.Accepted;

/**
 * A history grows: the judge looks for the transaction's id and puts the transaction in its place.
 * Each history is made from the one before, as for a real user, because a history that grows twice
 * from the same state is copied. The book has one rule, which looks at an amount and never fires.
 */
public class Insert extends HotPart {
  private static final RuleBook BOOK =
      RuleBookReader.parse(
          "no rule to speak of",
          """
          allowedLateness: 6 h
          allowedClockSkew: 0 s
          rules:
            - {id: never, version: 1, kind: amount-over, severity: low, limit: 1000000000}
          """);

  private final UserJudge judge = new UserJudge(BOOK);

  @Param({"10", "100", "1000", "100000"})
  int held;

  private Card card;
  private History history;

  @Setup
  public void fill() {
    card = new Card(BOOK, held, false);
    history = card.history();
  }

  /** The cost of making the arrivals, which is a part of the other results. */
  @Benchmark
  public Accepted nothing() {
    return card.next();
  }

  @Benchmark
  public History inOrder() {
    return insert(card.next());
  }

  /** Two arrivals in the wrong order: the first is later than the second. */
  @Benchmark
  public History pairWithOneLate() {
    Accepted late = card.next();
    insert(card.next());
    return insert(late);
  }

  private History insert(Accepted received) {
    history = judge.judge(history, received).history();
    return history;
  }
}
