package weir.backtest.pass;

import java.util.ArrayList;
import java.util.List;
import weir.backtest.tally.Which;
import weir.model.Alert;

/** What both sides say of a payment, or of a window of a total: of each alert the newest. */
final class Found {
  private final List<Alert> before = new ArrayList<>(0);
  private final List<Alert> after = new ArrayList<>(0);

  private List<Alert> of(Which side) {
    return switch (side) {
      case BEFORE -> before;
      case AFTER -> after;
    };
  }

  /** Of two alerts with one id the one that has seen more stands. */
  void hear(Which side, Alert alert) {
    List<Alert> all = of(side);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(alert.id())) {
        if (alert.seen() >= all.get(i).seen()) {
          all.set(i, alert);
        }
        return;
      }
    }
    all.add(alert);
  }

  /** Those that stand. */
  List<Alert> raised(Which side) {
    List<Alert> all = of(side);
    return all.isEmpty() ? all : all.stream().filter(Alert::isRaised).toList();
  }
}
