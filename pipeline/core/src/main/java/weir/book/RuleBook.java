package weir.book;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import weir.rules.KeyedRule;
import weir.rules.Rule;
import weir.rules.TotalInWindows;

/**
 * The rules, and the bounds of what is accepted: all that the answers depend on besides the log.
 *
 * @param allowedLatenessMillis how much later than its event time a record may reach the log
 * @param allowedClockSkewMillis how far ahead of the log an event time may be
 * @param horizonMillis how far back from a transaction a rule may look. What is a duplicate, how
 *     long histories are kept and how many transactions a verdict has seen follow from it, and not
 *     from the rules: they may change within it
 */
public record RuleBook(
    List<Rule> rules, long allowedLatenessMillis, long allowedClockSkewMillis, long horizonMillis)
    implements Serializable {

  public RuleBook {
    rules = List.copyOf(rules);
    if (horizonMillis < needed(rules)) {
      throw new IllegalArgumentException("a rule looks back beyond the horizon");
    }
  }

  /** A book whose horizon is what its rules need. */
  public RuleBook(List<Rule> rules, long allowedLatenessMillis, long allowedClockSkewMillis) {
    this(rules, allowedLatenessMillis, allowedClockSkewMillis, needed(rules));
  }

  private static long needed(List<Rule> rules) {
    return rules.stream().mapToLong(Rule::reachMillis).max().orElse(0);
  }

  public List<KeyedRule> keyedRules() {
    List<KeyedRule> keyed = new ArrayList<>();
    rules.forEach(rule -> rule.match(keyed::add, total -> {}));
    return List.copyOf(keyed);
  }

  public List<TotalInWindows> totals() {
    List<TotalInWindows> totals = new ArrayList<>();
    rules.forEach(rule -> rule.match(keyed -> {}, totals::add));
    return List.copyOf(totals);
  }

  /**
   * How far back from a user's newest transaction the history must reach, so that every transaction
   * still to be accepted finds all it is judged by: log times never fall within a partition, so it
   * cannot be older than lateness and skew allow, and what it is judged by begins one horizon
   * before.
   */
  public long retentionMillis() {
    return horizonMillis + allowedLatenessMillis + allowedClockSkewMillis;
  }

  /**
   * How far before its first new record a run must begin that has no state: once for the windows,
   * and once more to know which ids stand in them.
   */
  public long rewindMillis() {
    return 2 * retentionMillis();
  }

  /**
   * How far before a record's log time a transaction may lie and still be known by its id. Reckoned
   * from the log, it says the same wherever a run began; and the retention covers it.
   */
  public long idMemoryMillis() {
    return horizonMillis + allowedLatenessMillis;
  }
}
