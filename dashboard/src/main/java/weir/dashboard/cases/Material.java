package weir.dashboard.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import weir.dashboard.desk.Decision;
import weir.dashboard.evidence.Bounded;
import weir.dashboard.evidence.Frozen;
import weir.dashboard.live.Found;
import weir.dashboard.store.JudgedPayment;
import weir.dashboard.store.SaidLabel;

/**
 * What a case is made of, each the newest first.
 *
 * @param sums the checksums of frozen evidence, by intent
 * @param cut what is not whole, each in one sentence
 */
record Material(
    List<JudgedPayment> payments,
    List<Found> alerts,
    List<Decision> decisions,
    Map<String, String> sums,
    List<Note> notes,
    List<SaidLabel> labels,
    List<String> cut) {
  /** So many at once from the database. */
  private static final int CHUNK = 1000;

  private static final int MOST_CHARACTERS = 8 << 20;

  Material {
    payments = List.copyOf(payments);
    alerts = List.copyOf(alerts);
    decisions = List.copyOf(decisions);
    sums = Map.copyOf(sums);
    notes = List.copyOf(notes);
    labels = List.copyOf(labels);
    cut = List.copyOf(cut);
  }

  /**
   * How much of each is taken.
   *
   * @param rest of alerts, decisions, notes and labels each
   */
  record Most(int payments, int rest) {}

  static Material of(
      Connection connection, String user, List<Found> alerts, List<Decision> decisions, Most most)
      throws SQLException {
    List<String> cut = new ArrayList<>();
    List<JudgedPayment> payments =
        newest(payments(connection, user, most.payments() + 1), most.payments(), "payments", cut);
    List<Found> found = newest(alerts, most.rest(), "alerts", cut);
    List<Decision> decided = newest(decisions, most.rest(), "decisions", cut);
    List<Note> notes =
        newest(Note.ofUser(connection, user, most.rest() + 1), most.rest(), "notes", cut);
    List<SaidLabel> labels =
        newest(SaidLabel.ofUser(connection, user, most.rest() + 1), most.rest(), "labels", cut);
    return new Material(
        payments,
        found,
        decided,
        Frozen.sums(connection, decided.stream().map(Decision::intent).distinct().toList()),
        notes,
        labels,
        cut);
  }

  /** The first of them; notes if these are not all. */
  private static <T> List<T> newest(List<T> all, int most, String what, List<String> cut) {
    List<T> some =
        Bounded.first(all.subList(0, Math.min(most, all.size())), String::valueOf, MOST_CHARACTERS);
    if (some.size() < all.size()) {
      cut.add("Only the newest " + some.size() + " " + what + " are here.");
    }
    return some;
  }

  private static List<JudgedPayment> payments(Connection connection, String user, int most)
      throws SQLException {
    List<JudgedPayment> all = new ArrayList<>();
    List<JudgedPayment> chunk = JudgedPayment.newest(connection, user, Math.min(CHUNK, most));
    long characters = 0;
    while (!chunk.isEmpty()) {
      all.addAll(chunk);
      characters += chunk.stream().mapToLong(each -> each.toString().length()).sum();
      if (all.size() == most || characters > MOST_CHARACTERS) {
        break;
      }
      JudgedPayment last = all.get(all.size() - 1);
      chunk = JudgedPayment.before(connection, user, last, Math.min(CHUNK, most - all.size()));
    }
    return all;
  }

  boolean isEmpty() {
    return payments.isEmpty() && alerts.isEmpty() && decisions.isEmpty() && notes.isEmpty();
  }
}
