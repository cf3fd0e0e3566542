package weir.backtest.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Change;
import weir.backtest.answer.RuleAnswer;

/** The figures of a change, by the names that they have in JSON and in conditions. */
final class Changes {
  static final Map<String, ToLongFunction<Change>> BY_WORD = byWord();

  private Changes() {}

  private static Map<String, ToLongFunction<Change>> byWord() {
    Map<String, ToLongFunction<Change>> words = new LinkedHashMap<>();
    words.put("kept", Change::kept);
    words.put("changed", Change::changed);
    words.put("added", Change::added);
    words.put("removed", Change::removed);
    return Collections.unmodifiableMap(words);
  }

  /** Of the alerts of all rules, in whatever mode. */
  static Change ofAll(Answer answer) {
    return answer.rules().stream().map(RuleAnswer::change).reduce(Change.NONE, Changes::sum);
  }

  private static Change sum(Change one, Change other) {
    return new Change(
        one.kept() + other.kept(),
        one.changed() + other.changed(),
        one.added() + other.added(),
        one.removed() + other.removed());
  }
}
