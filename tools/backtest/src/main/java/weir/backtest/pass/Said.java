package weir.backtest.pass;

import java.util.ArrayList;
import java.util.List;
import weir.model.Accepted;
import weir.model.Alert;
import weir.notice.NumberedBook;

/** What a side said of some records that follow each other. */
final class Said {
  private final List<Judged> judged = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();
  private long deadLetters;

  /** A payment, and by which book it was judged. */
  record Judged(Accepted accepted, NumberedBook book) {}

  void judged(Accepted accepted, NumberedBook book) {
    judged.add(new Judged(accepted, book));
  }

  void alert(Alert alert) {
    alerts.add(alert);
  }

  void deadLetter() {
    deadLetters++;
  }

  /** Payments that it judged for the first time. */
  List<Judged> judged() {
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
