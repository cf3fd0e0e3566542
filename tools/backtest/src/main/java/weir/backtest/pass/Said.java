package weir.backtest.pass;

import java.util.ArrayList;
import java.util.List;
import weir.model.Accepted;
import weir.model.Alert;

/** What a side said of some records that follow each other. */
final class Said {
  private final List<Accepted> judged = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();
  private long deadLetters;

  void judged(Accepted accepted) {
    judged.add(accepted);
  }

  void alert(Alert alert) {
    alerts.add(alert);
  }

  void deadLetter() {
    deadLetters++;
  }

  /** Payments that it judged for the first time. */
  List<Accepted> judged() {
    return judged;
  }

  /** Its alerts, in the order in which it said them. */
  List<Alert> alerts() {
    return alerts;
  }

  long deadLetters() {
    return deadLetters;
  }
}
