package weir.bench.twin;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import weir.book.RuleBook;
import weir.judge.UserJudge;
import weir.model.Accepted;
import weir.model.Judgement;
import weir.model.TowardsTotal;
import weir.rules.TotalInWindows;

/** The pipeline's judge, with totals added up by hand, so that no window operator is needed. */
public final class HandJudge implements Serializable {
  private static final long serialVersionUID = 1L;

  private final UserJudge judge;
  private final Map<String, TotalInWindows> totals = new HashMap<>();
  private final long retentionMillis;

  public HandJudge(RuleBook book) {
    this.judge = new UserJudge(book);
    this.retentionMillis = book.retentionMillis();
    book.totals().forEach(rule -> totals.put(rule.header().id(), rule));
  }

  /** Judges an arrival, and returns whether the user's memory has changed. */
  public boolean judge(UserMemory memory, Accepted received, Consumer<? super Judgement> says) {
    UserJudge.Outcome outcome = judge.judge(memory.history(), received);
    for (Judgement judgement : outcome.judgements()) {
      if (judgement instanceof TowardsTotal spent) {
        TotalInWindows rule = Objects.requireNonNull(totals.get(spent.ruleId()));
        memory.totals().spend(rule, spent, says);
      } else {
        says.accept(judgement);
      }
    }
    if (outcome.changed()) {
      memory.replace(outcome.history());
      // No transaction can come any more that falls into so old a window.
      memory.totals().forgetBefore(received.transaction().time() - retentionMillis);
    }
    return outcome.changed();
  }
}
