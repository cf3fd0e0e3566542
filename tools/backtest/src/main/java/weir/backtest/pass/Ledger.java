package weir.backtest.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import weir.backtest.tally.Tally;
import weir.backtest.tally.TotalWindow;
import weir.backtest.tally.Which;
import weir.log.Span;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.Payment;

/**
 * Keeps what is said of payments, and of windows of totals, until nothing can change it any more;
 * then the tally has it. So what it holds is bounded by how late a record may be, and by the length
 * of windows of totals.
 */
final class Ledger {
  /** Payments are looked through by this much of their time. */
  private static final long STEP_MILLIS = 1000;

  private final Tally tally;
  private final Span wanted;
  private final long openMillis;
  private final Map<Payment, OpenPayment> payments = new HashMap<>();
  private final NavigableMap<Long, List<OpenPayment>> byStep = new TreeMap<>();

  /** By the end of the windows. */
  private final NavigableMap<Long, Map<TotalWindow, Found>> totals = new TreeMap<>();

  private long settledBefore = Long.MIN_VALUE;
  private long unsettled;

  /**
   * Nothing is known yet.
   *
   * @param wanted the event times of payments that are counted
   * @param openMillis how long after its event time something can change what is said of a payment
   */
  Ledger(Tally tally, Span wanted, long openMillis) {
    this.tally = tally;
    this.wanted = wanted;
    this.openMillis = openMillis;
  }

  /** A side has judged a payment. */
  void judged(Which side, Said.Judged judged) {
    Accepted accepted = judged.accepted();
    long time = accepted.transaction().time();
    if (time < wanted.from() || time >= wanted.to()) {
      return;
    }
    Payment payment = Payment.of(accepted.transaction());
    OpenPayment open = payments.get(payment);
    if (open == null) {
      open = new OpenPayment(payment, accepted);
      payments.put(payment, open);
      byStep.computeIfAbsent(Math.floorDiv(time, STEP_MILLIS), any -> new ArrayList<>()).add(open);
    }
    open.judged(side, judged.book());
  }

  /** A side says something of a payment that it judged, or of a window. */
  void alert(Which side, Alert alert) {
    String id = alert.transactionId();
    if (id == null) {
      if (alert.windowEnd() < settledBefore) {
        unsettled++;
        return;
      }
      totals
          .computeIfAbsent(alert.windowEnd(), any -> new HashMap<>())
          .computeIfAbsent(TotalWindow.of(alert), any -> new Found())
          .hear(side, alert);
      return;
    }
    long time = alert.eventTime();
    if (time < wanted.from() || time >= wanted.to()) {
      return;
    }
    OpenPayment open = payments.get(new Payment(id, alert.userId(), time));
    if (open == null) {
      unsettled++;
    } else {
      open.hear(side, alert);
    }
  }

  /** The log has reached a time: no record comes any more whose log time is below. */
  void reached(long logTime) {
    if (logTime < Long.MIN_VALUE + openMillis) {
      return;
    }
    settle(logTime - openMillis);
  }

  /** Nothing comes any more. */
  void end() {
    settle(Long.MAX_VALUE);
  }

  private void settle(long before) {
    if (before <= settledBefore) {
      return;
    }
    settledBefore = before;
    NavigableMap<Long, List<OpenPayment>> done =
        byStep.headMap(
            Math.floorDiv(before, STEP_MILLIS), /* inclusive= */ before == Long.MAX_VALUE);
    for (List<OpenPayment> step : done.values()) {
      for (OpenPayment each : step) {
        payments.remove(each.payment());
        tally.settled(each.settled());
      }
    }
    done.clear();
    NavigableMap<Long, Map<TotalWindow, Found>> over =
        totals.headMap(before, /* inclusive= */ false);
    over.values().forEach(windows -> windows.values().forEach(this::settle));
    over.clear();
  }

  private void settle(Found total) {
    tally.settled(total.raised(Which.BEFORE), total.raised(Which.AFTER));
  }

  /** How many alerts came when what they are about was settled. */
  long unsettled() {
    return unsettled;
  }

  /** How much it holds: payments, and windows of totals. */
  long holding() {
    return payments.size() + totals.values().stream().mapToLong(Map::size).sum();
  }
}
