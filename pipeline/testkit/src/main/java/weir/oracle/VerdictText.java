package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import weir.model.Severity;
import weir.model.Transaction;
import weir.model.TransactionJson;

/** What stands about a transaction, as one comparable line. */
public final class VerdictText {
  private VerdictText() {}

  /** Which transaction it is about. */
  public static String key(Transaction tx) {
    return tx.userId() + " " + tx.time() + " " + tx.id();
  }

  public static String of(
      Transaction tx, List<String> fired, List<Severity> severities, long seen) {
    String greatest = "none";
    for (Severity severity : Severity.values()) {
      greatest =
          severities.contains(severity) ? severity.name().toLowerCase(Locale.ROOT) : greatest;
    }
    return of(tx, fired, greatest, seen);
  }

  public static String of(Transaction tx, List<String> fired, String severity, long seen) {
    String json = new String(TransactionJson.write(tx), StandardCharsets.UTF_8);
    return json + " " + fired + " " + severity + " seen " + seen;
  }
}
