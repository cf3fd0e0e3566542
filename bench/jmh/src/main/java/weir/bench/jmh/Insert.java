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
 * A history grows: the judge looks for the transaction's id and puts it in its place. The history
 * rolls on from one to the next, as a user's does: what grows twice from the same place copies. The
 * book has one rule, which looks at an amount and never fires.
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

  /** What the others need to have something to insert. */
  @Benchmark
  public Accepted nothing() {
    return card.next();
  }

  @Benchmark
  public History inOrder() {
    return insert(card.next());
  }

  /** Two, of which the first comes after the second. */
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
