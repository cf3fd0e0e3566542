package weir.traffic;

import java.util.function.ToDoubleFunction;
import weir.files.Durations;
import weir.files.Numbers;
import weir.files.YamlMap;

/** From one value to another, both included, in whatever unit the field has. */
record Range(double from, double to) {
  private static final String BETWEEN = "..";

  /** Stands in for an invalid range until the error is reported. */
  private static final Range ONE = new Range(1, 1);

  Range {
    if (!(from >= 0 && from <= to)) {
      throw new IllegalArgumentException(from + BETWEEN + to);
    }
  }

  static Range counts(YamlMap yaml, String name) {
    return read(
        yaml,
        name,
        "a whole number of at least 1 or two such as 3..6, the smaller first",
        Range::count);
  }

  static Range times(YamlMap yaml, String name) {
    return read(
        yaml,
        name,
        "a length of time or two such as 10 s..2 min, the shorter first",
        Durations::parse);
  }

  static Range numbers(YamlMap yaml, String name) {
    return read(
        yaml, name, "a number over 0 or two such as 0.50..20, the smaller first", Range::number);
  }

  static Range shares(YamlMap yaml, String name) {
    return read(
        yaml,
        name,
        "a share over 0 and up to 1 or two such as 0.1..0.25, the smaller first",
        Range::share);
  }

  private static Range read(
      YamlMap yaml, String name, String expected, ToDoubleFunction<String> value) {
    return yaml.read(
        name,
        expected,
        text -> {
          int between = text.indexOf(BETWEEN);
          String first = between < 0 ? text : text.substring(0, between);
          String last = between < 0 ? text : text.substring(between + BETWEEN.length());
          return new Range(value.applyAsDouble(first.strip()), value.applyAsDouble(last.strip()));
        },
        ONE);
  }

  private static double count(String text) {
    int count = Numbers.whole(text);
    if (count < 1) {
      throw new IllegalArgumentException(text);
    }
    return count;
  }

  private static double number(String text) {
    double number = Numbers.decimal(text).doubleValue();
    if (number <= 0) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static double share(String text) {
    double share = number(text);
    if (share > 1) {
      throw new IllegalArgumentException(text);
    }
    return share;
  }

  int count(Dice dice) {
    return (int) dice.between((long) from, (long) to);
  }

  double any(Dice dice) {
    return dice.between(from, to);
  }

  /** A log-uniform value between the bounds. */
  double spread(Dice dice) {
    return dice.spreadBetween(from, to);
  }

  double middle() {
    return (from + to) / 2;
  }
}
