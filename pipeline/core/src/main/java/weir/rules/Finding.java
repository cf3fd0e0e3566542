package weir.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Transaction;

/**
 * A rule fires, for this reason.
 *
 * @param observed what was compared with a limit; absent where an expression held
 * @param values what the features of an expression said, as JSON; absent for other kinds
 * @param evidence the newest of the transactions that ground it, in order
 * @param evidenceCount of all of those
 * @param reason one plain sentence
 */
public record Finding(
    @Nullable BigDecimal observed,
    @Nullable BigDecimal limit,
    @Nullable String unit,
    @Nullable String values,
    List<Transaction> evidence,
    int evidenceCount,
    String reason) {

  /** What was observed is over a limit. */
  public Finding(
      BigDecimal observed,
      BigDecimal limit,
      String unit,
      List<Transaction> evidence,
      int evidenceCount,
      String reason) {
    this(observed, limit, unit, null, evidence, evidenceCount, reason);
  }

  /** An expression holds. */
  static Finding of(String values, List<Transaction> evidence, int evidenceCount, String reason) {
    return new Finding(null, null, null, values, evidence, evidenceCount, reason);
  }
}
