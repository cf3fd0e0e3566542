package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.form.TransactionJson;
import weir.form.VerdictRow;
import weir.model.Severity;
import weir.model.Transaction;

/** The verdict on a transaction, as one line that can be compared. */
public final class VerdictText {
  private VerdictText() {}

  /** Identifies the transaction that a verdict is about. */
  public static String key(Transaction tx) {
    return tx.userId() + " " + tx.time() + " " + tx.id();
  }

  public static String of(
      Transaction tx,
      List<String> fired,
      List<Severity> severities,
      @Nullable Integer score,
      int book,
      long seen) {
    String greatest = "none";
    for (Severity severity : Severity.values()) {
      greatest =
          severities.contains(severity) ? severity.name().toLowerCase(Locale.ROOT) : greatest;
    }
    return of(tx, fired, greatest, score, book, seen);
  }

  /** The verdict in a row of a table or a file; a row that contradicts itself is an error. */
  public static String of(VerdictRow row) {
    String severity = Objects.requireNonNullElse(row.severity(), "none");
    String text = of(row.transaction(), row.fired(), severity, row.score(), row.book(), row.seen());
    if (row.flagged() == row.fired().isEmpty()) {
      throw new AssertionError("flagged and not: " + text);
    }
    return text;
  }

  public static String of(
      Transaction tx,
      List<String> fired,
      String severity,
      @Nullable Integer score,
      int book,
      long seen) {
    String json = new String(TransactionJson.write(tx), StandardCharsets.UTF_8);
    String scored = score == null ? "" : " score " + score;
    return json + " " + fired + " " + severity + scored + " book " + book + " seen " + seen;
  }
}
