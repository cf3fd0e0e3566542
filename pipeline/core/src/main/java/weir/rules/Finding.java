package weir.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
  /** How many characters of UTF-16 a reason has at most; what is longer is cut. */
  public static final int MOST_REASON = 1000;

  /** More digits than these are the rounding of a double, and not what was computed. */
  private static final MathContext MEANT = new MathContext(15, RoundingMode.HALF_EVEN);

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

  /** A model gives a score that is over a limit. */
  static Finding ofScore(
      int score, int limit, String values, Witness subject, long seen, String reason) {
    return new Finding(
        BigDecimal.valueOf(score),
        BigDecimal.valueOf(limit),
        "score",
        values,
        List.of(subject.id()),
        seen,
        reason);
  }

  /** The same reason if it is not too long. */
  static String cut(String reason) {
    if (reason.length() <= MOST_REASON) {
      return reason;
    }
    int end = MOST_REASON - 1;
    return reason.substring(0, Character.isHighSurrogate(reason.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  /** A value as an alert tells it: numbers are exact decimals. */
  static @Nullable Object meant(@Nullable Object value) {
    return value instanceof Double number
        ? rounded(number)
        : value instanceof Long whole ? BigDecimal.valueOf(whole) : value;
  }

  private static BigDecimal rounded(double number) {
    BigDecimal rounded = new BigDecimal(number, MEANT).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
  }
}
