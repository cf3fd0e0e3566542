package weir.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.expression.Condition;
import weir.expression.FaultyExpressionException;
import weir.expression.Reason;
import weir.expression.Scope;
import weir.feature.Feature;
import weir.files.YamlMap;
import weir.filter.Filter;
import weir.filter.Lists;
import weir.model.Alert;
import weir.model.FlatJson;
import weir.model.Severity;
import weir.model.Transaction;
import weir.model.Witness;

/**
 * Does an expression over a transaction and its features hold?
 *
 * @param asked what the expression or the reason asks for
 */
public record ByExpression(RuleHeader header, Condition when, Reason because, Asked asked)
    implements AskingRule {
  /** The field that a rule of this kind has, and no other. */
  public static final String WHEN = "when";

  public static final RuleKind KIND =
      new RuleKind(
          "expression",
          "its features say by which keys they look; say it there",
          ByExpression::read);

  /** Its alerts name each feature with its value, and have a bound. */
  public static final int MOST_FEATURES = 16;

  /** Under one charter the same names mean the same facts. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ByExpression that
        && header.equals(that.header)
        && when.equals(that.when)
        && because.equals(that.because)
        && features().equals(that.features());
  }

  @Override
  public int hashCode() {
    return Objects.hash(header, when);
  }

  private static ByExpression read(RuleHeader header, RuleParams params) {
    Vocabulary vocabulary = params.vocabulary();
    YamlMap yaml = params.yaml();
    Condition when =
        vocabulary
            .read(yaml, WHEN, "an expression such as \"amount > 100\"", Condition::of)
            .orElse(NEVER);
    Reason because =
        vocabulary
            .read(yaml, "reason", "a sentence such as \"{amount} is unusual\"", Reason::of)
            .orElse(NOTHING);
    Set<String> names = new TreeSet<>(when.names());
    names.addAll(because.names());
    Asked asked = vocabulary.asked(names);
    int many = asked.features().size();
    if (many > MOST_FEATURES) {
      yaml.wrong(
          WHEN, "the rule asks for " + many + " features, expected at most " + MOST_FEATURES);
    }
    return new ByExpression(header, when, because, asked);
  }

  /** Rules that find every transaction, and whose alerts tell the values of all features. */
  public static List<ByExpression> telling(Vocabulary vocabulary) {
    List<Feature> features = vocabulary.features();
    List<ByExpression> rules = new ArrayList<>();
    for (int from = 0; from < features.size(); from += MOST_FEATURES) {
      List<Feature> some = features.subList(from, Math.min(from + MOST_FEATURES, features.size()));
      RuleHeader header =
          new RuleHeader(
              "(features " + (rules.size() + 1) + ")",
              /* version= */ 1,
              Severity.LOW,
              Audience.EVERYBODY,
              Filter.NONE);
      rules.add(new ByExpression(header, ALWAYS, NOTHING, Asked.of(Map.of(), some)));
    }
    return rules;
  }

  /** A rule in place of one that cannot be read. */
  static ByExpression never(RuleHeader header) {
    return new ByExpression(header, NEVER, NOTHING, Asked.NOTHING);
  }

  /** In place of what cannot be read. */
  private static final Condition NEVER;

  private static final Condition ALWAYS;

  private static final Reason NOTHING;

  static {
    try {
      Scope none = new Scope(Map.of(), /* lists= */ false);
      NEVER = Condition.of("false", none);
      ALWAYS = Condition.of("true", none);
      NOTHING = Reason.of("nothing", none);
    } catch (FaultyExpressionException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  @Override
  public List<Feature> features() {
    return asked.features();
  }

  @Override
  public Set<String> lists() {
    Set<String> lists = AskingRule.super.lists();
    lists.addAll(when.lists());
    lists.addAll(because.lists());
    return lists;
  }

  @Override
  public ByExpression with(RuleHeader other) {
    return new ByExpression(other, when, because, asked);
  }

  @Override
  public Opinion opinion(Known known) {
    Facts said = new Facts(known, asked);
    return when.holds(said)
        ? Opinion.of(
            Optional.of(
                Finding.of(
                    values(said, known.warm()),
                    evidence(known),
                    known.seen(),
                    Finding.cut(because.say(said)))))
        : Opinion.NONE;
  }

  /** Only of what never falls it may ask whether that is great enough. */
  @Override
  public boolean canLoseGround() {
    Set<String> names = when.names();
    Set<String> rising = when.rising();
    return features().stream()
        .filter(each -> names.contains(each.name()))
        .anyMatch(each -> !each.neverFalls() || !rising.contains(each.name()));
  }

  @Override
  public boolean canHold(Transaction tx, long logTime, Lists lists) {
    return when.canHold(new Facts(tx, logTime, lists, asked));
  }

  @Override
  public boolean canHold(Known known) {
    return when.canHold(new Facts(known, asked));
  }

  /** What the features said, as JSON; one that had no value is null. */
  private String values(Facts known, boolean warm) {
    SortedMap<String, @Nullable Object> values = new TreeMap<>();
    for (Feature each : features()) {
      values.put(each.name(), Finding.meant(known.value(each.name())));
    }
    if (!warm) {
      values.put(Feature.WARM, false);
    }
    return FlatJson.of(values);
  }

  /** The newest of what each feature counts, and the transaction itself, in order. */
  private List<Witness> evidence(Known known) {
    SortedSet<Witness> evidence = new TreeSet<>(Witness.ORDER);
    evidence.add(Witness.of(known.subject()));
    for (Feature each : features()) {
      evidence.addAll(known.newest(each, evidenceOfEach()));
    }
    List<Witness> all = new ArrayList<>(evidence);
    return all.subList(Math.max(0, all.size() - Alert.MOST_EVIDENCE), all.size());
  }

  @Override
  public int evidenceOfEach() {
    return features().isEmpty() ? 0 : Math.max(1, (Alert.MOST_EVIDENCE - 1) / features().size());
  }
}
