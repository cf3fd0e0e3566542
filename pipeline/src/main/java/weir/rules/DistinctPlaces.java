package weir.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.model.Transaction;
import weir.yaml.Durations;

/**
 * Was the card in several cities within the window? A city is its name and country, without regard
 * to case; a transaction that names no city is not judged and counts for nothing.
 */
public record DistinctPlaces(RuleHeader header, int atLeast, long windowMillis)
    implements KeyedRule {
  static final RuleKind KIND =
      new RuleKind(
          "distinct-places",
          (header, params) ->
              new DistinctPlaces(header, params.count("atLeast", 2), params.duration("window")));

  /** More names than that make a sentence unreadable. */
  private static final int NAMED = 5;

  @Override
  public Optional<Finding> judge(Window window) {
    if (window.seen() < atLeast || place(window.subject()) == null) {
      return Optional.empty();
    }
    Set<String> places = new HashSet<>();
    List<Transaction> firstInEach = new ArrayList<>();
    List<Transaction> placed = new ArrayList<>();
    for (Transaction tx : window.matching(header.filter())) {
      String place = place(tx);
      if (place == null) {
        continue;
      }
      placed.add(tx);
      if (places.add(place)) {
        firstInEach.add(tx);
      }
    }
    if (places.size() < atLeast) {
      return Optional.empty();
    }
    String names =
        firstInEach.stream().limit(NAMED).map(Places::name).collect(Collectors.joining(", "));
    return Optional.of(
        Finding.ofCount(
            places.size(),
            atLeast,
            "cities",
            placed,
            places.size()
                + " cities within "
                + Durations.print(windowMillis)
                + ": "
                + names
                + (places.size() > NAMED ? ", ..." : "")));
  }

  private static @Nullable String place(Transaction tx) {
    String city = tx.city();
    if (city == null) {
      return null;
    }
    String country = tx.country();
    // No text holds a NUL, so it keeps the two apart.
    return Names.fold(city) + "\0" + (country == null ? "" : Names.fold(country));
  }
}
