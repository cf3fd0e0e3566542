package weir.detect;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.model.Alert;
import weir.rules.Rule;

/** Counts alerts by rule, for the rules of one step. */
final class AlertTally implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, Tally> raised = new HashMap<>();
  private final Map<String, Tally> withdrawn = new HashMap<>();

  AlertTally(List<? extends Rule> rules) {
    for (Rule rule : rules) {
      String id = rule.header().id();
      raised.put(id, new Tally(Meters.alertsRaised(id)));
      withdrawn.put(id, new Tally(Meters.alertsWithdrawn(id)));
    }
  }

  void add(Alert alert) {
    Tally tally = (alert.isRaised() ? raised : withdrawn).get(alert.ruleId());
    if (tally != null) {
      tally.add(1);
    }
  }

  /** At the end of a bundle. */
  void tell() {
    raised.values().forEach(Tally::tell);
    withdrawn.values().forEach(Tally::tell);
  }
}
