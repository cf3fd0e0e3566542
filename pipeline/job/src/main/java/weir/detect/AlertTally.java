package weir.detect;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import weir.meters.Meters;
import weir.model.Alert;

/** Counts alerts by rule and by mode. Rules change, so it counts whichever rules it meets. */
final class AlertTally {
  private final Map<String, Tally> raised = new HashMap<>();
  private final Map<String, Tally> withdrawn = new HashMap<>();
  private final Map<Alert.Mode, Tally> byMode = new EnumMap<>(Alert.Mode.class);

  /**
   * A tally.
   *
   * @param ruleIds of the rules that there are already: they can be seen from the start, at zero
   */
  AlertTally(Collection<String> ruleIds) {
    ruleIds.forEach(this::know);
    for (Alert.Mode mode : Alert.Mode.values()) {
      byMode.put(mode, new Tally(Meters.alerts(mode)));
    }
  }

  private void know(String ruleId) {
    raised.computeIfAbsent(ruleId, id -> new Tally(Meters.alertsRaised(id)));
    withdrawn.computeIfAbsent(ruleId, id -> new Tally(Meters.alertsWithdrawn(id)));
  }

  void add(Alert alert) {
    if (!raised.containsKey(alert.ruleId())) {
      know(alert.ruleId());
    }
    Tally tally = (alert.isRaised() ? raised : withdrawn).get(alert.ruleId());
    Objects.requireNonNull(tally).add(1);
    if (alert.isRaised()) {
      Objects.requireNonNull(byMode.get(alert.mode())).add(1);
    }
  }

  /** At the end of a bundle. */
  void tell() {
    raised.values().forEach(Tally::tell);
    withdrawn.values().forEach(Tally::tell);
    byMode.values().forEach(Tally::tell);
  }
}
