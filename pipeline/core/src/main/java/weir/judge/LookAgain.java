package weir.judge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.keys.PlannedRule;
import weir.model.Alert;
import weir.model.Judgement;
import weir.rules.Finding;

/**
 * What is said of a transaction at a key: now, and, if it stood there before, as against then.
 *
 * @param before absent if it is new
 * @param verdicts whether it matters what fired then
 * @param repeats whether somebody may have raised alerts of which nothing is known here
 */
record LookAgain(Look now, @Nullable Look before, boolean verdicts, boolean repeats) {

  /** Where all is known that was ever said. */
  LookAgain(Look now, @Nullable Look before, boolean verdicts) {
    this(now, before, verdicts, /* repeats= */ false);
  }

  /** Judges it, and tells whether a rule that flags it fires or ceased to fire. */
  boolean judge(Fired fired, List<Judgement> said) {
    boolean revised = false;
    for (PlannedRule rule : now.rules()) {
      Optional<Finding> finding = now.judge(rule);
      // The earlier finding matters if there is none now, and to a verdict.
      Optional<Finding> then =
          before != null && (finding.isEmpty() || verdicts) ? before.judge(rule) : Optional.empty();
      Alert.Mode mode = now.mode(rule);
      if (finding.isEmpty() && then.isEmpty()) {
        if (repeats && knowsMore(rule) && now.mayHaveFired(rule)) {
          said.add(now.withdrawn(rule, mode));
        }
        continue;
      }
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
