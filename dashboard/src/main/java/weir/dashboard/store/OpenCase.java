package weir.dashboard.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open alerts of one user, as somebody works them.
 *
 * @param severity that of the gravest
 * @param score the greatest that a model gave one of the payments; absent without one
 * @param payments how many payments of the user are among the evidence, as far as they are known
 * @param money their amounts by currency
 * @param oldest when the first of the alerts was found, in epoch milliseconds
 * @param newest when the last of them was found
 */
public record OpenCase(
    String user,
    String severity,
    @Nullable Integer score,
    long alerts,
    long payments,
    List<String> rules,
    List<Money> money,
    long oldest,
    long newest) {

  /**
   * The amounts of one currency.
   *
   * @param amount as text: a browser's numbers are not exact
   */
  public record Money(String currency, String amount) {}
}
