package weir.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import weir.oracle.Answers;

/**
 * The differences between what was written and what should have been, over all sinks.
 *
 * @param lost how many entries are missing
 * @param wrong how many entries should not be there, or differ from what they should be
 * @param examples the first few of each kind
 */
public record Damage(long lost, long wrong, List<String> examples) {
  public static final Damage NONE = new Damage(0, 0, List.of());

  private static final int EXAMPLES = 3;

  public static Damage between(Written expected, Written actual) {
    return NONE.plus(of("topic", expected.topic(), actual.topic()))
        .plus(of("compacted topic", expected.compacted(), actual.compacted()))
        .plus(of("database", expected.database(), actual.database()))
        .plus(of("transactions", expected.databaseVerdicts(), actual.databaseVerdicts()))
        .plus(of("bronze", expected.lakeRecords(), actual.lakeRecords()))
        .plus(of("silver", expected.lakeVerdicts(), actual.lakeVerdicts()))
        .plus(of("gold", expected.lakeAlerts(), actual.lakeAlerts()));
  }

  private static Damage of(String where, Answers expected, Answers actual) {
    return of(where + ", alerts", expected.alerts(), actual.alerts())
        .plus(of(where + ", dead letters", expected.deadLetters(), actual.deadLetters()));
  }

  private static <K, V> Damage of(String where, Map<K, V> expected, Map<K, V> actual) {
    List<String> lost = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    expected.forEach(
        (key, value) -> {
          if (!actual.containsKey(key)) {
            lost.add(where + ", lost: " + value);
          }
        });
    actual.forEach(
        (key, value) -> {
          V right = expected.get(key);
          if (!Objects.equals(value, right)) {
            wrong.add(where + ", wrong: " + value + "\n  instead of " + right);
          }
        });
    List<String> examples = new ArrayList<>(lost.subList(0, Math.min(EXAMPLES, lost.size())));
    examples.addAll(wrong.subList(0, Math.min(EXAMPLES, wrong.size())));
    return new Damage(lost.size(), wrong.size(), examples);
  }

  private Damage plus(Damage other) {
    List<String> all = new ArrayList<>(examples);
    all.addAll(other.examples);
    return new Damage(lost + other.lost, wrong + other.wrong, List.copyOf(all));
  }

  @Override
  public String toString() {
    return lost + " lost, " + wrong + " wrong\n" + String.join("\n", examples);
  }
}
