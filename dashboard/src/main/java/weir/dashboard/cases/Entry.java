package weir.dashboard.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.dashboard.desk.Decision;
import weir.dashboard.live.Found;
import weir.dashboard.store.SaidLabel;
import weir.model.Alert;

/**
 * One thing in the life of a user.
 *
 * @param at epoch milliseconds
 * @param kind {@code alert}, {@code decision}, {@code note}, {@code label}, or payments if folded
 * @param who somebody at the desk, or the source of a label
 * @param what the rule of an alert, what was decided, or what a label says
 * @param text a reason or a note
 * @param state of an alert its severity, or why it does not count; what an undo restores
 * @param about how many things were decided at once
 * @param until when a snooze ends, in epoch milliseconds
 * @param decision by which its evidence is asked for
 * @param sha256 the checksum of its evidence; absent if none was kept
 * @param folded payments between two other things
 */
public record Entry(
    long at,
    String kind,
    @Nullable String who,
    String what,
    String text,
    @Nullable String state,
    int about,
    @Nullable String alert,
    @Nullable String payment,
    @Nullable Long until,
    @Nullable Long decision,
    @Nullable String sha256,
    @Nullable Folded folded) {

  /**
   * Payments in a row.
   *
   * @param from when the oldest happened, in epoch milliseconds
   * @param to when the newest did
   */
  public record Folded(long from, long to, int payments, int flagged, List<Sum> sums) {
    public Folded {
      sums = List.copyOf(sums);
    }
  }

  /** An exact sum. */
  public record Sum(String currency, String amount) {}

  static Entry of(Found found) {
    Alert alert = found.alert();
    return new Entry(
        found.detectedAt(),
        "alert",
        /* who= */ null,
        alert.ruleId(),
        alert.reason(),
        state(alert),
        1,
        alert.id(),
        alert.transactionId(),
        /* until= */ null,
        /* decision= */ null,
        /* sha256= */ null,
        /* folded= */ null);
  }

  private static String state(Alert alert) {
    if (!alert.isRaised()) {
      return "withdrawn";
    }
    return alert.mode() == Alert.Mode.LIVE ? alert.severity().code() : alert.mode().code();
  }

  static Entry of(Decision decision, int about, @Nullable String sha256) {
    return new Entry(
        decision.at(),
        "decision",
        decision.who(),
        decision.kind(),
        decision.note(),
        decision.restored(),
        about,
        decision.alertId(),
        decision.transactionId(),
        decision.until(),
        decision.id(),
        sha256,
        /* folded= */ null);
  }

  static Entry of(Note note) {
    return said(note.at(), "note", note.who(), "", note.note(), /* payment= */ null);
  }

  static Entry of(SaidLabel label) {
    return said(
        label.at(),
        "label",
        label.source(),
        label.fraud() ? "fraud" : "not fraud",
        "",
        label.payment());
  }

  static Entry of(Folded folded) {
    return new Entry(
        folded.to(), "payments", null, "", "", null, 1, null, null, null, null, null, folded);
  }

  private static Entry said(
      long at, String kind, String who, String what, String text, @Nullable String payment) {
    return new Entry(
        at, kind, who, what, text, null, 1, null, payment, null, null, null, /* folded= */ null);
  }
}
