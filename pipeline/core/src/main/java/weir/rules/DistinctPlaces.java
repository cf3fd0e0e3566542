package weir.rules;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import weir.files.Durations;
import weir.history.Window;
import weir.model.Alert;

/**
 * Was the card in several cities within the window? A transaction that names no city is not judged
 * and counts for nothing.
 */
public record DistinctPlaces(RuleHeader header, int atLeast, long windowMillis)
    implements KeyedRule {
  public static final RuleKind KIND =
      RuleKind.ofAnyKey(
          "distinct-places",
          (header, params) ->
              new DistinctPlaces(
                  header,
                  params.count("atLeast", 2, RuleParams.MOST_COUNTED),
                  params.duration("window")));

  /** More names than that make a sentence unreadable. */
  private static final int NAMED = 5;

  /** More transactions are only more places. */
  @Override
  public boolean canLoseGround() {
    return false;
  }

  @Override
  public DistinctPlaces with(RuleHeader other) {
    return new DistinctPlaces(other, atLeast, windowMillis);
  }

  @Override
  public Optional<Finding> judge(Window window) {
    if (window.seen() < atLeast || window.subject().city() == null) {
      return Optional.empty();
    }
    Cities cities = new Cities(header.filter());
    Cities.Seen seen = window.all().summary(cities);
    int places = seen.first().size();
    if (places < atLeast) {
      return Optional.empty();
    }
    String names =
        seen.first().values().stream()
            .limit(NAMED)
            .map(Geography::name)
            .collect(Collectors.joining(", "));
    return Optional.of(
        new Finding(
            BigDecimal.valueOf(places),
            BigDecimal.valueOf(atLeast),
            "cities",
            window
                .all()
                .newest(
                    header.filter(),
                    tx -> tx.city() != null,
                    Math.min(seen.count(), Alert.MOST_EVIDENCE)),
            seen.count(),
            places
                + " cities within "
                + Durations.print(windowMillis)
                + ": "
                + names
                + (places > NAMED ? ", ..." : "")));
  }
}
