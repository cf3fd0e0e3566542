package weir.producer;

import java.util.List;
import java.util.SplittableRandom;
import weir.model.Money;
import weir.model.Transaction;

/** A payment before it has an id and a time. */
record Payment(Cardholder holder, City place, double amount, String method, String category) {
  private static final List<String> CATEGORIES =
      List.of("groceries", "restaurant", "fuel", "travel", "electronics", "clothing", "online");

  /** An everyday payment at home: amounts are mostly small and now and then large. */
  static Payment usual(Cardholder holder, SplittableRandom random) {
    double tail = Math.min(20, 1 / (1 - 0.95 * random.nextDouble()));
    String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
    return new Payment(
        holder, holder.home(), holder.usualAmount() * tail, holder.method(), category);
  }

  Payment at(City elsewhere) {
    return new Payment(holder, elsewhere, amount, method, category);
  }

  Payment of(double otherAmount) {
    return new Payment(holder, place, otherAmount, method, category);
  }

  Payment by(String otherMethod) {
    return new Payment(holder, place, amount, otherMethod, category);
  }

  /**
   * The transaction of this payment.
   *
   * @param number makes the id, and so tells it from all others
   */
  Transaction toTransaction(long number, long time) {
    String currency = place.currency();
    long minor = Math.round(amount * StrictMath.pow(10, Money.digits(currency)));
    return new Transaction(
        "tx-" + number,
        holder.userId(),
        minor,
        currency,
        time,
        "merchant-" + Math.floorMod(number * 31, 997),
        category,
        method,
        place.name(),
        place.country(),
        place.latitude(),
        place.longitude(),
        holder.device());
  }
}
