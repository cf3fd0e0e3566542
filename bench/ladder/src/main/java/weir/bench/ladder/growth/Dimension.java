package weir.bench.ladder.growth;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What can grow. */
enum Dimension {
  USERS("users", "cardholders"),
  RULES("rules", "rules in the book"),
  PARTITIONS("partitions", "partitions, and as many parallel workers"),
  WINDOW("window", "longest window in minutes"),
  HOT_CARD("hot-card", "transactions that one card holds"),
  FEATURES("features", "features of users, shops and devices"),
  KEYS("keys", "keys besides the user"),
  HOT_SHOP("hot-shop", "transactions that one shop holds, which gets half of all");

  private final String label;
  private final String unit;

  Dimension(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  String label() {
    return label;
  }

  String unit() {
    return unit;
  }

  /** Reads the value of an option. */
  static final class Converter implements ITypeConverter<Dimension> {
    @Override
    public Dimension convert(String text) {
      return Arrays.stream(values())
          .filter(each -> each.label.equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + text
                          + "' is none of "
                          + String.join(
                              ", ", Arrays.stream(values()).map(Dimension::label).toList())));
    }
  }

  List<Long> usualValues() {
    return switch (this) {
      case USERS -> List.of(1000L, 10_000L, 100_000L, 1_000_000L, 5_000_000L);
      case RULES -> List.of(5L, 8L, 20L, 50L, 100L, 200L);
      case PARTITIONS -> List.of(1L, 2L, 4L, 8L);
      case WINDOW -> List.of(1L, 10L, 60L, 360L, 1440L);
      case HOT_CARD -> List.of(100L, 1000L, 10_000L, 100_000L);
      case FEATURES -> List.of(10L, 50L, 200L);
      case KEYS -> List.of(1L, 2L, 3L, 4L);
      case HOT_SHOP -> List.of(1000L, 10_000L, 100_000L, 1_000_000L);
    };
  }
}
