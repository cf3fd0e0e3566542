package weir.backtest.answer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An alert, as one of many.
 *
 * @param alert its id
 * @param transaction the payment it is about; absent for a total over a window
 * @param time of that payment, or of the newest that the window counts
 * @param amount what was paid; absent for a total
 * @param standing what it amounts to: its severity, or shadow or snoozed
 */
public record Example(
    String alert,
    String rule,
    int version,
    String user,
    @Nullable String transaction,
    long time,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    String standing,
    String reason,
    Truth truth) {}
