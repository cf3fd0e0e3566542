package weir.bench.jmh;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.history.History;
import weir.judge.UserJudge;
import weir.model.Judgement;

/** The default book judges an arrival in order, and the history goes on from there. */
public class Judge extends HotPart {
  @Param({"5", "100", "10000"})
  int held;

  @Param({"false", "true"})
  boolean fires;

  @Param({"false", "true"})
  boolean verdicts;

  private Card card;
  private History history;
  private UserJudge judge;

  @Setup
  public void fill() {
    RuleBook book = RuleBookReader.readOfUsers();
    card = new Card(book, held, fires);
    history = card.history();
    judge = new UserJudge(book, verdicts);
  }

  @Benchmark
  public List<Judgement> arrival() {
    UserJudge.Outcome outcome = judge.judge(history, card.next());
    history = outcome.history();
    return outcome.judgements();
  }
}
