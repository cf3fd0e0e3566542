package weir.backtest.sweep;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import weir.files.Durations;
import weir.files.Numbers;

/** What the values of a parameter are, and how they are written. */
enum Scale {
  NUMBER("numbers such as 3 or 0.5") {
    @Override
    BigDecimal parse(String text) {
      return Numbers.decimal(text);
    }

    @Override
    String print(BigDecimal value) {
      return value.toPlainString();
    }

    /** One of the last digit that is written. */
    @Override
    Optional<BigDecimal> step(BigDecimal from, BigDecimal to) {
      return Optional.of(BigDecimal.ONE.movePointLeft(Math.max(from.scale(), to.scale())));
    }
  },

  LENGTH("lengths of time such as 30 s or 1 min") {
    @Override
    BigDecimal parse(String text) {
      return BigDecimal.valueOf(Durations.parse(text));
    }

    /** In one unit, as the reader of books wants it. */
    @Override
    String print(BigDecimal value) {
      long millis = value.longValueExact();
      for (String unit : UNITS) {
        long its = Durations.parse("1 " + unit);
        if (millis % its == 0) {
          return millis / its + " " + unit;
        }
      }
      throw new IllegalArgumentException("not in whole milliseconds: " + value);
    }

    /** Seconds, minutes or hours: nobody can guess. */
    @Override
    Optional<BigDecimal> step(BigDecimal from, BigDecimal to) {
      return Optional.empty();
    }
  };

  private static final List<String> UNITS = List.of("d", "h", "min", "s", "ms");

  private final String words;

  Scale(String words) {
    this.words = words;
  }

  /** What such values are called. */
  String words() {
    return words;
  }

  /** Throws {@link IllegalArgumentException} if the text is none. */
  abstract BigDecimal parse(String text);

  abstract String print(BigDecimal value);

  /**
   * How far one value of a range is from the next, where nobody says; nothing if that is needed.
   */
  abstract Optional<BigDecimal> step(BigDecimal from, BigDecimal to);

  /** What a value is; nothing if it is neither. */
  static Optional<Scale> of(String value) {
    for (Scale each : values()) {
      try {
        each.parse(value);
        return Optional.of(each);
      } catch (IllegalArgumentException another) {
        // The next one may fit.
      }
    }
    return Optional.empty();
  }
}
