package weir.book;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import weir.rules.KeyedRule;
import weir.rules.Rule;
import weir.rules.TotalInWindows;

/** The rules, and the charter they work under: all that answers depend on besides the log. */
public record RuleBook(List<Rule> rules, Charter charter) implements Serializable {

  /** More would make what is said of one payment too large. */
  public static final int MOST_RULES = 1000;

  public RuleBook {
    rules = List.copyOf(rules);
    if (charter.horizonMillis() < reachMillis(rules)) {
      throw new IllegalArgumentException("a rule looks back beyond the horizon");
    }
  }

  public RuleBook(
      List<Rule> rules,
      long allowedLatenessMillis,
      long allowedClockSkewMillis,
      long horizonMillis) {
    this(
        rules,
        new Charter(
            horizonMillis,
            allowedLatenessMillis,
            allowedClockSkewMillis,
            Charter.DEFAULT_LEAD_MILLIS));
  }

  /** A book whose horizon is what its rules need. */
  public RuleBook(List<Rule> rules, long allowedLatenessMillis, long allowedClockSkewMillis) {
    this(rules, allowedLatenessMillis, allowedClockSkewMillis, reachMillis(rules));
  }

  /** How far back these rules look. */
  static long reachMillis(List<Rule> rules) {
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

  public long horizonMillis() {
    return charter.horizonMillis();
  }

  public long allowedLatenessMillis() {
    return charter.allowedLatenessMillis();
  }

  public long allowedClockSkewMillis() {
    return charter.allowedClockSkewMillis();
  }

  public long retentionMillis() {
    return charter.retentionMillis();
  }

  public long rewindMillis() {
    return charter.rewindMillis();
  }

  public long idMemoryMillis() {
    return charter.idMemoryMillis();
  }
}
