package weir.bench.ladder.growth;

import java.util.List;
import weir.bench.ladder.report.Slope.Point;
import weir.book.RuleBook;
import weir.history.History;
import weir.judge.UserJudge;
import weir.model.Accepted;
import weir.model.LogPosition;
import weir.model.Payload;
import weir.model.Transaction;

/** What a hot card costs the judge itself, without an engine. */
final class JudgeAlone {
  private static final int MEASURED = 5000;
  private static final int ROUNDS = 3;

  private JudgeAlone() {}

  /** The microseconds per transaction, by the size of the history. */
  static List<Point> growth(RuleBook book, List<Long> sizes) {
    return sizes.stream()
        .map(held -> new Point(held, micros(book, Math.toIntExact(held))))
        .toList();
  }

  /** The best of some rounds: the compiler or another process disturbed the others. */
  private static double micros(RuleBook book, int held) {
    HotLog card = new HotLog(HotLog.Hot.CARD, 1, held, Long.MAX_VALUE, book.retentionMillis());
    UserJudge judge = new UserJudge(book);
    History history = History.empty();
    long number = 0;
    while (history.size() < held) {
      history = judge.judge(history, received(card, number++)).history();
    }
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long nanos = 0;
      for (int i = 0; i < MEASURED; i++) {
        Accepted next = received(card, number++);
        long began = System.nanoTime();
        history = judge.judge(history, next).history();
        nanos += System.nanoTime() - began;
      }
      best = Math.min(best, nanos / 1e3 / MEASURED);
    }
    return best;
  }

  private static Accepted received(HotLog card, long number) {
    Transaction tx = card.transaction(number);
    return new Accepted(tx, new LogPosition(0, number, tx.time()), new Payload(new byte[0]));
  }
}
