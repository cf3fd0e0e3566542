package weir.rules;

import java.math.BigDecimal;
import java.util.List;
import weir.model.Transaction;

/**
 * That a rule fires, and why.
 *
 * @param evidence the transactions that ground it, in order
 * @param reason one plain sentence
 */
public record Finding(
    BigDecimal observed, BigDecimal limit, String unit, List<Transaction> evidence, String reason) {

  static Finding ofCount(
      long observed, long limit, String unit, List<Transaction> evidence, String reason) {
    return new Finding(
        BigDecimal.valueOf(observed), BigDecimal.valueOf(limit), unit, evidence, reason);
  }
}
