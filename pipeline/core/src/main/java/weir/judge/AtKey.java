package weir.judge;

import java.util.Collection;
import java.util.List;
import weir.model.Dossier;
import weir.model.Label;

/** What comes to one value of a key at a time: transactions, and labels on some. */
public record AtKey(List<Dossier> dossiers, List<Label> labels) {
  public AtKey {
    dossiers = List.copyOf(dossiers);
    labels = List.copyOf(labels);
  }

  public static AtKey dossiers(Collection<Dossier> dossiers) {
    return new AtKey(List.copyOf(dossiers), List.of());
  }

  /** All of them as one. */
  public static AtKey together(List<AtKey> all) {
    return new AtKey(
        all.stream().flatMap(each -> each.dossiers().stream()).toList(),
        all.stream().flatMap(each -> each.labels().stream()).toList());
  }

  /** Whether somebody may have judged any of it before, whose answers stand. */
  boolean again() {
    for (Dossier each : dossiers) {
      if (each.again()) {
        return true;
      }
    }
    for (Label each : labels) {
      if (each.again()) {
        return true;
      }
    }
    return false;
  }
}
