package weir.dashboard.cases;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import weir.dashboard.desk.Decision;
import weir.dashboard.evidence.Figures;
import weir.dashboard.evidence.SharedKey;
import weir.dashboard.store.JudgedPayment;
import weir.dashboard.store.SaidLabel;

/**
 * All of a case, for somebody who has no page.
 *
 * @param weir which form this has
 * @param exportedBy who asked for it
 * @param exportedAt when, in UTC
 * @param cut what is not whole, each in one sentence
 * @param checksum the SHA-256 of the checksums of all evidence in its order, each with a line feed
 * @param evidence what stood when somebody decided
 */
public record CaseFile(
    String weir,
    String user,
    String exportedBy,
    String exportedAt,
    List<String> cut,
    String checksum,
    Figures figures,
    List<SharedKey> shared,
    List<Entry> timeline,
    List<Decision> decisions,
    List<Note> notes,
    List<SaidLabel> labels,
    List<Piece> evidence,
    List<AlertThen> alerts,
    List<JudgedPayment> payments) {
  static final String FORM = "case/1";

  /**
   * An alert as it stands now.
   *
   * @param detectedAt in UTC
   */
  public record AlertThen(String detectedAt, @JsonRawValue String alert) {}

  /**
   * What stood when something was decided.
   *
   * @param intent by which its decisions are found
   * @param content JSON as a text, letter by letter: its UTF-8 has this checksum
   * @param differences what was different when the file was made
   */
  public record Piece(
      String intent, String sha256, boolean intact, String content, List<Difference> differences) {
    public Piece {
      differences = List.copyOf(differences);
    }
  }

  public CaseFile {
    cut = List.copyOf(cut);
    shared = List.copyOf(shared);
    timeline = List.copyOf(timeline);
    decisions = List.copyOf(decisions);
    notes = List.copyOf(notes);
    labels = List.copyOf(labels);
    evidence = List.copyOf(evidence);
    alerts = List.copyOf(alerts);
    payments = List.copyOf(payments);
  }
}
