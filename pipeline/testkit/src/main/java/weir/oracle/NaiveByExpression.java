package weir.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import weir.feature.Feature;
import weir.feature.Function;
import weir.model.Transaction;
import weir.model.Witness;
import weir.rules.ByExpression;

/** A second implementation of rules that are expressions, over all transactions there are. */
final class NaiveByExpression {
  private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]*)\\}");
  private static final MathContext MEANT = new MathContext(15, RoundingMode.HALF_EVEN);

  private final ByExpression rule;
  private final NaiveLook look;
  private final Transaction tx;

  /** What each feature counts, whatever its window and condition. */
  private final Map<Feature, List<NaiveFeatures.Heard>> around = new LinkedHashMap<>();

  private final Map<String, @Nullable Object> values = new HashMap<>();

  NaiveByExpression(ByExpression rule, NaiveLook look, Transaction tx, List<Transaction> history) {
    this.rule = rule;
    this.look = look;
    this.tx = tx;
    List<NaiveFeatures.Heard> ofUser = history.stream().map(look::heard).toList();
    for (Feature each : rule.features()) {
      String by = each.by();
      if (by != null && !look.keys().has(by, look.heard(tx))) {
        values.put(each.name(), null);
        continue;
      }
      around.put(each, by == null ? ofUser : look.keys().around(each, look.heard(tx)));
      Object value =
          each.function().isOfLabels()
              ? ofLabels(each)
              : NaiveFeatures.value(each, tx, around(each), this::passes);
      values.put(each.name(), value instanceof Long whole ? (Double) (double) whole : value);
    }
  }

  private List<NaiveLabels.Said> frauds(Feature feature) {
    return NaiveLabels.standing(look.keys().labels(feature, look.heard(tx))).stream()
        .filter(NaiveLabels.Said::fraud)
        .toList();
  }

  private @Nullable Object ofLabels(Feature feature) {
    int frauds = frauds(feature).size();
    if (feature.function() == Function.FRAUDS) {
      return (long) frauds;
    }
    int all =
        Math.max(frauds, NaiveFeatures.window(feature, tx, around(feature), this::passes).size());
    return all == 0 ? null : (Double) ((double) frauds / all);
  }

  private List<NaiveFeatures.Heard> around(Feature feature) {
    return around.getOrDefault(feature, List.of());
  }

  /** How many transactions it rests on, if it looks at a key. */
  long seen() {
    long seen = 0;
    for (Feature each : rule.features()) {
      seen += NaiveFeatures.seen(each.window(), tx, around(each));
      seen += look.keys().labels(each, look.heard(tx)).size();
    }
    return Math.max(seen, 1);
  }

  private boolean passes(Feature feature, NaiveFeatures.Heard other) {
    String where = feature.where().text();
    return where.isEmpty()
        || Boolean.TRUE.equals(of(other.transaction(), other.logTime(), Map.of()).value(where));
  }

  private NaiveExpression of(Transaction one, long at, Map<String, @Nullable Object> more) {
    Map<String, @Nullable Object> said = said(one);
    said.putAll(more);
    return new NaiveExpression(said::get, (list, id) -> look.lists().has(list, id, at));
  }

  private static Map<String, @Nullable Object> said(Transaction tx) {
    Map<String, @Nullable Object> said = new HashMap<>();
    NaiveFields.of(tx)
        .forEach(
            (name, value) ->
                said.put(name, value instanceof BigDecimal n ? (Double) n.doubleValue() : value));
    said.putAll(NaiveFields.texts(tx));
    said.put("amount", NaiveFilter.amount(tx.amountMinor(), tx.currency()).doubleValue());
    said.put("latitude", tx.latitude());
    said.put("longitude", tx.longitude());
    Instant time = Instant.ofEpochMilli(tx.time());
    said.put("hour", (double) time.atOffset(ZoneOffset.UTC).getHour());
    said.put("weekday", (double) time.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue());
    return said;
  }

  private NaiveExpression subject() {
    return of(tx, look.heard(tx).logTime(), values);
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

  private static String words(@Nullable Object value) {
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (value instanceof Double number) {
      BigDecimal rounded = new BigDecimal(number).round(MEANT).setScale(2, RoundingMode.HALF_EVEN);
      return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
    return value == null ? "unknown" : (String) value;
  }

  /** What the features said, as JSON. */
  String said() {
    List<String> fields = new ArrayList<>();
    for (Feature each :
        rule.features().stream().sorted(Comparator.comparing(Feature::name)).toList()) {
      Object value = values.get(each.name());
      String text = String.valueOf(value);
      if (value instanceof Double number) {
        BigDecimal rounded = new BigDecimal(number).round(MEANT);
        text = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
      } else if (value != null) {
        text = NaiveJson.of(value);
      }
      fields.add("\"" + each.name() + "\":" + text);
    }
    if (!look.keys().isWarm(rule, look.heard(tx))) {
      fields.add("\"warm\":false");
      fields.sort(Comparator.comparing(field -> field.substring(0, field.indexOf("\":"))));
    }
    return "{" + String.join(",", fields) + "}";
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
