package weir.traffic;

import weir.model.Money;

/**
 * A place where people live and pay.
 *
 * @param priceLevel how many units of its currency buy what one euro buys
 */
record City(
    int number,
    String name,
    String country,
    String currency,
    double priceLevel,
    double latitude,
    double longitude,
    long population) {
  private static final double KM_PER_DEGREE = 111.2;
  private static final int DEGREES_PER_HOUR = 15;

  /** The price here of an amount in euros, in minor units. */
  long price(double euros) {
    double digits = StrictMath.pow(10, Money.digits(currency));
    return Math.max(1, Math.round(euros * priceLevel * digits));
  }

  /** The hour by the sun, which is close enough to the clock. */
  int hourAt(long epochMillis) {
    long utc = Math.floorDiv(epochMillis, 3_600_000L);
    return (int)
        Math.floorMod(utc + Math.round(longitude / DEGREES_PER_HOUR), (long) Hours.IN_A_DAY);
  }

  /** The great-circle distance. */
  double kmTo(City other) {
    double a = StrictMath.toRadians(latitude);
    double b = StrictMath.toRadians(other.latitude);
    double dLon = StrictMath.toRadians(longitude - other.longitude);
    double cos =
        StrictMath.sin(a) * StrictMath.sin(b)
            + StrictMath.cos(a) * StrictMath.cos(b) * StrictMath.cos(dLon);
    return StrictMath.toDegrees(StrictMath.acos(Math.max(-1, Math.min(1, cos)))) * KM_PER_DEGREE;
  }
}
