package weir.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weir.feature.Feature;
import weir.model.FlatJson;
import weir.model.Transaction;
import weir.model.Witness;

/**
 * A rule fires, for this reason.
 *
 * @param observed what was compared with a limit; absent where an expression held
 * @param values what the features of an expression said, as JSON; absent for other kinds
 * @param evidence ids of the newest of the transactions that ground it, in order
 * @param evidenceCount of all of those
 * @param reason one plain sentence
 */
public record Finding(
    @Nullable BigDecimal observed,
    @Nullable BigDecimal limit,
    @Nullable String unit,
    @Nullable String values,
    List<String> evidence,
    long evidenceCount,
    String reason) {

  /** What was observed is over a limit. */
  public Finding(
      BigDecimal observed,
      BigDecimal limit,
      String unit,
      List<Transaction> evidence,
      int evidenceCount,
      String reason) {
    this(
        observed,
        limit,
        unit,
        /* values= */ null,
        evidence.stream().map(Transaction::id).toList(),
        evidenceCount,
        reason);
  }

  /** The same, by what does not know all of its window yet. */
  public Finding cold() {
    return new Finding(
        observed,
        limit,
        unit,
        FlatJson.of(new TreeMap<>(Map.of(Feature.WARM, false))),
        evidence,
        evidenceCount,
        reason);
  }

  /** An expression holds. */
  static Finding of(String values, List<Witness> evidence, long evidenceCount, String reason) {
    return new Finding(
        null,
        null,
        null,
        values,
        evidence.stream().map(Witness::id).toList(),
        evidenceCount,
        reason);
  }
}
