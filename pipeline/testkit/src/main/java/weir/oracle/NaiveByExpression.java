package weir.oracle;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weir.feature.Feature;
import weir.model.Transaction;
import weir.model.Witness;
import weir.rules.ByExpression;

/** A second implementation of rules that are expressions. */
final class NaiveByExpression extends NaiveAsking {
  private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]*)\\}");

  private final ByExpression rule;

  NaiveByExpression(ByExpression rule, NaiveLook look, Transaction tx, List<Transaction> history) {
    super(rule, look, tx, history);
    this.rule = rule;
  }

  boolean fires() {
    return Boolean.TRUE.equals(subject().value(rule.when().text()));
  }

  String reason() {
    Matcher matcher = IN_BRACES.matcher(rule.because().text());
    StringBuilder said = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          said, Matcher.quoteReplacement(words(subject().value(matcher.group(1)))));
    }
    String whole = matcher.appendTail(said).toString();
    String kept = whole.substring(0, Math.min(whole.length(), 999));
    // No half of a character is left at the end.
    return whole.length() <= 1000 ? whole : kept.replaceAll("[\\ud800-\\udbff]$", "") + "…";
  }

  /** What the features said, as JSON. */
  String said() {
    SortedMap<String, String> fields = new TreeMap<>();
    rule.features().forEach(each -> fields.put(each.name(), json(values.get(each.name()))));
    return object(fields);
  }

  /** The newest of each feature's window, and the transaction itself. */
  List<String> evidence() {
    int many = rule.features().isEmpty() ? 0 : Math.max(1, 19 / rule.features().size());
    Set<Witness> evidence = new LinkedHashSet<>(List.of(witness(tx)));
    for (Feature each : rule.features()) {
      List<Witness> window =
          each.function().isOfLabels()
              ? frauds(each).stream().map(label -> witness(label.payment())).sorted(ORDER).toList()
              : NaiveFeatures.evidence(each, tx, around(each), this::passes).stream()
                  .map(NaiveByExpression::witness)
                  .toList();
      evidence.addAll(window.subList(Math.max(0, window.size() - many), window.size()));
    }
    List<String> ids = evidence.stream().sorted(ORDER).map(Witness::id).toList();
    return ids.subList(Math.max(0, ids.size() - 20), ids.size());
  }

  private static Witness witness(Transaction tx) {
    return new Witness(tx.time(), tx.id(), tx.userId());
  }

  private static final Comparator<Witness> ORDER =
      Comparator.comparing((Witness it) -> it.time())
          .thenComparing(it -> it.id())
          .thenComparing(it -> it.userId());
}
