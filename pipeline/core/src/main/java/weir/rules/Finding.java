package weir.rules;

import java.math.BigDecimal;
import java.util.List;
import weir.model.Transaction;

/**
 * A rule fires, for this reason.
 *
 * @param evidence the newest of the transactions that ground it, in order
 * @param evidenceCount of all of those
 * @param reason one plain sentence
 */
public record Finding(
    BigDecimal observed,
    BigDecimal limit,
    String unit,
    List<Transaction> evidence,
    int evidenceCount,
    String reason) {}
