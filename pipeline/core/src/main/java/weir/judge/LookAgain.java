package weir.judge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.keys.PlannedRule;
import weir.learn.ModelListener;
import weir.model.Alert;
import weir.model.Judgement;
import weir.rules.Finding;
import weir.rules.Opinion;

/**
 * What is said of a transaction at a key: now, and, if it stood there before, as against then.
 *
 * @param before absent if it is new
 * @param verdicts whether it matters what fired then
 * @param repeats whether somebody may have raised alerts of which nothing is known here
 * @param listener hears what models are asked about one that is new
 */
record LookAgain(
    Look now, @Nullable Look before, boolean verdicts, boolean repeats, ModelListener listener) {

  /** Where all is known that was ever said. */
  LookAgain(Look now, @Nullable Look before, boolean verdicts, ModelListener listener) {
    this(now, before, verdicts, /* repeats= */ false, listener);
  }

  /**
   * Judges it, and tells whether a rule that flags it fires or ceased to fire, or its score is
   * another.
   */
  boolean judge(Fired fired, List<Judgement> said) {
    boolean revised = false;
    for (PlannedRule rule : now.rules()) {
      if (!now.passes(rule)) {
        fired.score(rule.place(), /* given= */ null);
        continue;
      }
      Opinion opinion = now.opinion(rule);
      if (before == null) {
        now.tell(opinion, listener);
      }
      Optional<Finding> finding = opinion.finding();
      // The earlier opinion matters if there is no finding now, and to a verdict.
      Opinion earlier =
          before != null && (finding.isEmpty() || verdicts) ? before.opinion(rule) : Opinion.NONE;
      Optional<Finding> then = earlier.finding();
      fired.score(rule.place(), opinion.score());
      revised |=
          fired.isScoredBy(rule.place()) && !Objects.equals(opinion.score(), earlier.score());
      if (finding.isEmpty() && then.isEmpty()) {
        if (repeats && knowsMore(rule) && now.mayHaveFired(rule)) {
          said.add(now.withdrawn(rule, now.mode(rule)));
        }
        continue;
      }
      Alert.Mode mode = now.mode(rule);
      revised |= mode == Alert.Mode.LIVE && finding.isPresent() != then.isPresent();
      if (finding.isPresent()) {
        fired.add(rule.place(), mode);
        said.add(now.raised(rule, mode, finding.get()));
      } else {
        said.add(now.withdrawn(rule, mode, then.orElseThrow()));
      }
    }
    return revised;
  }

  /** Otherwise all was said then. */
  private boolean knowsMore(PlannedRule rule) {
    return before == null || before.seen(rule) < now.seen(rule);
  }
}
