package weir.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.feature.Feature;
import weir.feature.Fields;
import weir.feature.Function;

/**
 * What is usual for an input, as an expression over features that the inputs have anyway: what the
 * longest window of the same feature says, per as long a time.
 */
final class Usual {
  private Usual() {}

  /** The expression; null if none of the features tells. */
  static @Nullable String of(String input, List<Feature> features) {
    if (input.equals(Fields.AMOUNT.name())) {
      return longest(features.stream().filter(Usual::isMeanAmount).toList())
          .map(Feature::name)
          .orElse(null);
    }
    for (Feature each : features) {
      if (each.name().equals(input)) {
        return of(each, features);
      }
    }
    return null;
  }

  private static boolean isMeanAmount(Feature feature) {
    return feature.function() == Function.MEAN
        && Fields.AMOUNT.equals(feature.operand())
        && feature.by() == null
        && feature.where().text().isEmpty();
  }

  private static @Nullable String of(Feature feature, List<Feature> features) {
    Optional<Feature> longest =
        longest(
            features.stream()
                .filter(other -> isSame(feature, other))
                .filter(other -> length(other) > length(feature))
                .toList());
    if (longest.isEmpty()) {
      return null;
    }
    String name = longest.get().name();
    return switch (feature.function()) {
      case COUNT, SUM, FRAUDS -> name + " * " + length(feature) + " / " + length(longest.get());
      case MEAN, MIN, MAX, STDDEV, SHARE -> name;
      // More values come with more time, and the others are about one transaction.
      case DISTINCT, FIRST, LAST, GAP -> null;
    };
  }

  private static boolean isSame(Feature one, Feature other) {
    return one.function() == other.function()
        && String.valueOf(one.operand()).equals(String.valueOf(other.operand()))
        && String.valueOf(one.by()).equals(String.valueOf(other.by()))
        && one.where().text().equals(other.where().text());
  }

  private static long length(Feature feature) {
    return feature.window().windowMillis();
  }

  private static Optional<Feature> longest(List<Feature> some) {
    return some.stream().max(Comparator.comparingLong(Usual::length).thenComparing(Feature::name));
  }
}
