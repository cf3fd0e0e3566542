package weir.oracle;

import java.util.Objects;
import weir.model.Transaction;

/** Names of places, and the haversine formula as it stands in textbooks. */
final class NaivePlaces {
  private NaivePlaces() {}

  static String name(Transaction tx) {
    if (tx.city() == null) {
      return tx.latitude() + " " + tx.longitude();
    }
    return tx.country() == null ? tx.city() : tx.city() + " (" + tx.country() + ")";
  }

  static long metres(Transaction a, Transaction b) {
    double phi1 = StrictMath.toRadians(Objects.requireNonNull(a.latitude()));
    double phi2 = StrictMath.toRadians(Objects.requireNonNull(b.latitude()));
    double lambda =
        StrictMath.toRadians(
            Objects.requireNonNull(b.longitude()) - Objects.requireNonNull(a.longitude()));
    double sinPhi = StrictMath.sin((phi2 - phi1) / 2);
    double sinLambda = StrictMath.sin(lambda / 2);
    double h =
        sinPhi * sinPhi + StrictMath.cos(phi1) * StrictMath.cos(phi2) * sinLambda * sinLambda;
    return Math.round(2 * 6_371_008.8 * StrictMath.asin(StrictMath.sqrt(Math.min(1, h))));
  }
}
