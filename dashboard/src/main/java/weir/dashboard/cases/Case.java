package weir.dashboard.cases;

import java.util.List;
import weir.dashboard.evidence.Figures;
import weir.dashboard.evidence.SharedKey;

/**
 * What the page shows of one user besides payments and alerts.
 *
 * @param shared what the user has in common with others who were flagged
 * @param timeline the newest first
 * @param cut whether the timeline goes further back than is told
 */
public record Case(
    String user, Figures figures, List<SharedKey> shared, List<Entry> timeline, boolean cut) {
  public Case {
    shared = List.copyOf(shared);
    timeline = List.copyOf(timeline);
  }
}
