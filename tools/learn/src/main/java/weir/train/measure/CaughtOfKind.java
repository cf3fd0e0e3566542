package weir.train.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weir.train.rows.Part;

/**
 * How many frauds of a kind are caught by whom. Kinds are what labels say: the reason of a
 * chargeback, or which attack it was.
 *
 * @param frauds how many there are
 * @param byRules how many of them the rules of the book flag
 * @param byModel how many of them the model flags with as many alerts
 */
public record CaughtOfKind(String kind, int frauds, int byRules, int byModel) {

  /**
   * Of every kind there is, the most frequent first.
   *
   * @param from the margin from which on the model flags
   */
  public static List<CaughtOfKind> of(Part tested, long[] margins, long from) {
    Map<String, CaughtOfKind> kinds = new TreeMap<>();
    for (int i = 0; i < tested.size(); i++) {
      String kind = tested.kind(i);
      if (tested.fraud(i) && !kind.isEmpty()) {
        CaughtOfKind one =
            new CaughtOfKind(kind, 1, tested.fired(i) == 0 ? 0 : 1, margins[i] < from ? 0 : 1);
        kinds.merge(kind, one, CaughtOfKind::plus);
      }
    }
    List<CaughtOfKind> all = new ArrayList<>(kinds.values());
    all.sort((one, other) -> Integer.compare(other.frauds, one.frauds));
    return all;
  }

  private CaughtOfKind plus(CaughtOfKind other) {
    return new CaughtOfKind(
        kind, frauds + other.frauds, byRules + other.byRules, byModel + other.byModel);
  }
}
