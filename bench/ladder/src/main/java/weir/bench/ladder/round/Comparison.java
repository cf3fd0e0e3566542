package weir.bench.ladder.round;

import java.util.Map;
import java.util.Objects;

/**
 * Compares a table of alerts with the right one.
 *
 * @param contradictions how many records have seen the same as another record of their alert and
 *     say something else
 */
record Comparison(long missing, long extra, long different, long contradictions) {

  static Comparison of(
      Map<String, String> expected, Map<String, String> actual, long contradictions) {
    long missing = expected.keySet().stream().filter(id -> !actual.containsKey(id)).count();
    long extra = actual.keySet().stream().filter(id -> !expected.containsKey(id)).count();
    long different =
        expected.entrySet().stream()
            .filter(each -> actual.containsKey(each.getKey()))
            .filter(each -> !Objects.equals(actual.get(each.getKey()), each.getValue()))
            .count();
    return new Comparison(missing, extra, different, contradictions);
  }

  public boolean isRight() {
    return missing + extra + different + contradictions == 0;
  }

  @Override
  public String toString() {
    return isRight()
        ? Run.EXACT
        : "WRONG: %,d missing, %,d extra, %,d different, %,d contradictions"
            .formatted(missing, extra, different, contradictions);
  }
}
