package weir.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import weir.learn.Drift;
import weir.learn.Drifted;
import weir.learn.Model;
import weir.meters.Meters;

/**
 * What to say of a model when an input or its score becomes another, once for each time it does.
 */
final class DriftWarnings {
  /** The numbers of those that were another when it was last looked. */
  private Set<Integer> others = Set.of();

  /**
   * The sentences to say after a day. There are none within the first week, when not every weekday
   * was seen.
   */
  List<String> after(Drift drift) {
    if (!drift.isOfAllDays()) {
      return List.of();
    }
    Set<Integer> now = new HashSet<>();
    List<String> sentences = new ArrayList<>();
    for (Drifted each : drift.told()) {
      if (each.isAnother()) {
        now.add(each.input());
        if (!others.contains(each.input())) {
          sentences.add(sentence(drift.model(), each));
        }
      }
    }
    others = now;
    return sentences;
  }

  private static String sentence(Model model, Drifted drifted) {
    return String.format(
        Locale.ROOT,
        "Model %s: %s no longer distributed as in training (PSI %.2f): train again, see"
            + " docs/models.md#drift",
        Meters.shortName(model.name()),
        drifted.isOfScore()
            ? "its scores are"
            : "'" + model.inputs().get(drifted.input()).text() + "' is",
        drifted.index());
  }
}
