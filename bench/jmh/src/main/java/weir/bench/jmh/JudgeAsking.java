package weir.bench.jmh;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import weir.book.RuleBook;
import weir.history.History;
import weir.judge.AtKey;
import weir.judge.KeyHistory;
import weir.judge.KeyJudge;
import weir.judge.UserJudge;
import weir.model.Accepted;
import weir.model.Dossier;
import weir.model.Judgement;
import weir.notice.Announcements;

/**
 * A book with many features judges an arrival in order, and gives the verdict: at another key, if
 * it looks at one.
 */
public class JudgeAsking extends HotPart {
  @Param({"30", "1000"})
  int held;

  @Param Asking asks = Asking.NOBODY;

  private Card card;
  private History history;
  private UserJudge judge;
  private KeyHistory atKey;
  private KeyJudge keyJudge;

  @Setup
  public void fill() {
    RuleBook book = asks.book();
    card = new Card(book, held, /* fires= */ false);
    history = card.history();
    judge = new UserJudge(book, /* verdicts= */ true);
    atKey = KeyHistory.EMPTY;
    keyJudge =
        new KeyJudge(
            /* key= */ 0, book.charter(), Announcements.always(book), /* verdicts= */ true);
  }

  @Benchmark
  public List<Judgement> arrival() {
    Accepted payment = card.next();
    UserJudge.Outcome outcome = judge.judge(history, payment);
    history = outcome.history();
    return outcome.judgements().get(0) instanceof Dossier dossier
        ? atKey(dossier, payment.position().time())
        : outcome.judgements();
  }

  private List<Judgement> atKey(Dossier dossier, long floor) {
    KeyJudge.Outcome outcome = keyJudge.judge(atKey, AtKey.dossiers(List.of(dossier)), floor);
    atKey = outcome.history();
    return outcome.judgements();
  }
}
