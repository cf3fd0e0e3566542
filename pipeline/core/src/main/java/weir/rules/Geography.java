package weir.rules;

import org.jspecify.annotations.Nullable;
import weir.model.Transaction;

/** Names of places and the distance between them. */
final class Geography {
  /** The Earth's mean radius in metres (IUGG). */
  private static final double EARTH_RADIUS = 6_371_008.8;

  private Geography() {}

  /** What a reader calls the place: its city, or else its coordinates. */
  static String name(Transaction tx) {
    String city = tx.city();
    if (city != null) {
      return tx.country() == null ? city : city + " (" + tx.country() + ")";
    }
    return tx.latitude() + " " + tx.longitude();
  }

  /**
   * Great-circle distance in whole metres, by the haversine formula. StrictMath, because Math may
   * differ in the last bit from one machine, or one compilation, to the next.
   */
  static long metresBetween(Transaction a, Transaction b) {
    double latitudeA = StrictMath.toRadians(degrees(a.latitude()));
    double latitudeB = StrictMath.toRadians(degrees(b.latitude()));
    double halfLatitude = StrictMath.sin((latitudeB - latitudeA) / 2);
    double halfLongitude =
        StrictMath.sin(StrictMath.toRadians(degrees(b.longitude()) - degrees(a.longitude())) / 2);
    double h =
        halfLatitude * halfLatitude
            + StrictMath.cos(latitudeA) * StrictMath.cos(latitudeB) * halfLongitude * halfLongitude;
    return StrictMath.round(2 * EARTH_RADIUS * StrictMath.asin(StrictMath.sqrt(Math.min(1, h))));
  }

  private static double degrees(@Nullable Double coordinate) {
    if (coordinate == null) {
      throw new IllegalArgumentException("a transaction without coordinates has no distance");
    }
    return coordinate;
  }
}
