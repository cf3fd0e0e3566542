package weir.train.gather;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import weir.log.Span;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.LogPosition;
import weir.model.Payment;
import weir.model.Verdict;
import weir.rules.OfInputs;
import weir.rules.Rule;
import weir.train.rows.Rows;
import weir.walk.Receiver;

/** Makes a row of each payment that is judged, and keeps it up to date while more is known. */
final class Gatherer implements Receiver {
  /** As many rules have a bit of their own. */
  static final int MOST_RULES = Long.SIZE;

  private final Span wanted;
  private final Map<String, Integer> rules = new HashMap<>();
  private final Map<Payment, Integer> numbers = new HashMap<>();
  private final Rows.Builder rows;
  private long[] seen = new long[1024];
  private long deadLetters;

  /**
   * Nothing is gathered yet.
   *
   * @param book the rules that are asked beside, at most so many as have a bit
   * @param wanted the event times of payments that become rows
   */
  Gatherer(int inputs, List<Rule> book, Span wanted) {
    this.rows = Rows.builder(inputs);
    this.wanted = wanted;
    for (Rule each : book) {
      rules.put(each.header().id(), rules.size());
    }
  }

  @Override
  public void alert(LogPosition cause, Alert alert) {
    String id = alert.transactionId();
    long time = alert.eventTime();
    if (id == null || time < wanted.from() || time >= wanted.to()) {
      return;
    }
    int row = row(new Payment(id, alert.userId(), time));
    if (alert.ruleId().equals(OfInputs.ID)) {
      if (alert.seen() >= seen[row]) {
        seen[row] = alert.seen();
        rows.set(row, OfInputs.valuesOf(alert.reason()));
      }
    } else {
      Integer rule = rules.get(alert.ruleId());
      if (rule != null && alert.mode() == Alert.Mode.LIVE) {
        rows.fired(row, rule, alert.status() == Alert.Status.RAISED);
      }
    }
  }

  /** The row of a payment, which may be heard of by any of its rules first. */
  private int row(Payment payment) {
    Integer known = numbers.get(payment);
    if (known != null) {
      return known;
    }
    int row = rows.size();
    if (row == seen.length) {
      seen = Arrays.copyOf(seen, 2 * row);
    }
    seen[row] = Long.MIN_VALUE;
    rows.add(new long[rows.inputs()], payment.time(), payment.userId(), Rows.NEVER);
    numbers.put(payment, row);
    return row;
  }

  @Override
  public void verdict(LogPosition cause, Verdict verdict) {
    // The walk is not asked for any.
  }

  @Override
  public void deadLetter(DeadLetter letter) {
    deadLetters++;
  }

  int size() {
    return rows.size();
  }

  long deadLetters() {
    return deadLetters;
  }

  /** The rows, with what is known of their payments; nothing can be added any more. */
  Rows rows(Truth truth) {
    numbers.forEach(
        (payment, row) -> {
          Truth.Known known = truth.of(payment);
          rows.label(Objects.requireNonNull(row), known.from(), known.until());
          String kind = truth.kind(payment);
          if (!kind.isEmpty()) {
            rows.kind(row, kind);
          }
        });
    return rows.build();
  }

  /** How many of the payments that labels name are not there. */
  long unknown(Truth truth) {
    return truth.payments() - numbers.keySet().stream().filter(truth::names).count();
  }
}
