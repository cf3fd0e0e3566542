package weir.traffic;

import java.util.function.ToDoubleFunction;
import weir.yaml.Durations;
import weir.yaml.YamlMap;

/** From one value to another, both included; of whatever the field is. */
record Range(double from, double to) {
  private static final String BETWEEN = "..";

  Range {
    if (!(from >= 0 && from <= to)) {
      throw new IllegalArgumentException(from + BETWEEN + to);
    }
  }

  static Range counts(YamlMap yaml, String name) {
    return read(yaml, name, "whole numbers of at least 1, such as 3..6", Range::count);
  }

  static Range times(YamlMap yaml, String name) {
    return read(yaml, name, "lengths of time, such as 10 s..2 min", Durations::parse);
  }

  static Range numbers(YamlMap yaml, String name) {
    return read(yaml, name, "numbers over 0, such as 0.50..20", Range::number);
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
        });
  }

  private static double count(String text) {
    int count = Integer.parseInt(text);
    if (count < 1) {
      throw new IllegalArgumentException(text);
    }
    return count;
  }

  private static double number(String text) {
    double number = Double.parseDouble(text);
    if (!(number > 0) || Double.isInfinite(number)) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  int count(Dice dice) {
    return (int) dice.between((long) from, (long) to);
  }

  double any(Dice dice) {
    return dice.between(from, to);
  }

  /** A value that is as likely small as it is large, in proportion. */
  double spread(Dice dice) {
    return dice.spreadBetween(from, to);
  }

  double middle() {
    return (from + to) / 2;
  }
}
