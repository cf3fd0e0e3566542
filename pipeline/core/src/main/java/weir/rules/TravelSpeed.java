package weir.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import weir.files.Durations;
import weir.history.Window;
import weir.model.Transaction;

/**
 * Could a person have travelled from the transaction before to this one? Both must have
 * coordinates; those between them that have none say nothing.
 */
public record TravelSpeed(RuleHeader header, int overKmh, int overKm, long windowMillis)
    implements KeyedRule {
  /** No two places are farther apart than half way round the Earth, which is 20,015.1 km. */
  private static final int MOST_KM = 20_015;

  /** That far within a second is faster than this. */
  private static final int MOST_KMH = MOST_KM * 3600;

  public static final RuleKind KIND =
      RuleKind.ofAnyKey(
          "travel-speed",
          (header, params) -> {
            if (Boolean.FALSE.equals(header.filter().coordinates())
                && params.within("filter").yaml().isSound("coordinates")) {
              params
                  .within("filter")
                  .yaml()
                  .wrong(
                      "coordinates",
                      "travel-speed looks only at payments with coordinates"
                          + Passing.NEVER
                          + "leave this out");
            }
            return new TravelSpeed(
                header,
                params.count("overKmh", 1, MOST_KMH),
                params.count("overKm", 0, MOST_KM),
                params.duration("window"));
          });

  private static final long METRES_PER_KM = 1000;
  private static final long MILLIS_PER_HOUR = 3_600_000;

  /** Two payments at one instant have no speed; they are taken to be a second apart. */
  private static final long LEAST_MILLIS = 1000;

  @Override
  public TravelSpeed with(RuleHeader other) {
    return new TravelSpeed(other, overKmh, overKm, windowMillis);
  }

  @Override
  public Optional<Finding> judge(Window window) {
    Transaction here = window.subject();
    if (!here.hasCoordinates()) {
      return Optional.empty();
    }
    return window.before().lastSeen(header.filter()).flatMap(before -> judge(before, here));
  }

  private Optional<Finding> judge(Transaction before, Transaction here) {
    long metres = Geography.metresBetween(before, here);
    long millis = Math.max(LEAST_MILLIS, here.time() - before.time());
    long kmh = Math.round((double) metres * MILLIS_PER_HOUR / METRES_PER_KM / millis);
    if (metres <= overKm * METRES_PER_KM || kmh <= overKmh) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            BigDecimal.valueOf(kmh),
            BigDecimal.valueOf(overKmh),
            "km/h",
            List.of(before, here),
            2,
            Geography.name(before)
                + " to "
                + Geography.name(here)
                + ", "
                + metres / METRES_PER_KM
                + " km in "
                + Durations.print(here.time() - before.time())
                + ": "
                + kmh
                + " km/h, over "
                + overKmh));
  }
}
