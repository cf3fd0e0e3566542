package weir.filter;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import weir.model.Transaction;

/**
 * Which transactions a rule looks at: those that meet every condition there is.
 *
 * @param coordinates whether a transaction must have coordinates or must have none
 */
public record Filter(
    Names paymentMethods,
    Names categories,
    Names countries,
    Names currencies,
    @Nullable AmountLimit amountOver,
    @Nullable AmountLimit amountBelow,
    @Nullable AmountLimit amountAtMost,
    @Nullable Boolean coordinates)
    implements Serializable {

  public static final Filter NONE =
      new Filter(Names.ALL, Names.ALL, Names.ALL, Names.ALL, null, null, null, null);

  public boolean matches(Transaction tx) {
    return paymentMethods.include(tx.paymentMethod())
        && categories.include(tx.category())
        && countries.include(tx.country())
        && currencies.include(tx.currency())
        && (coordinates == null || coordinates == tx.hasCoordinates())
        && (amountOver == null || amountOver.isBelow(tx))
        && (amountBelow == null || amountBelow.isAbove(tx))
        && (amountAtMost == null || !amountAtMost.isBelow(tx));
  }
}
