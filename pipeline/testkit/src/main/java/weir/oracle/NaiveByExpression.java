package weir.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import weir.feature.Feature;
import weir.model.Transaction;
import weir.rules.ByExpression;

/** A second implementation of rules that are expressions, over all transactions of a user. */
final class NaiveByExpression {
  private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]*)\\}");
  private static final MathContext MEANT = new MathContext(15, RoundingMode.HALF_EVEN);

  private final ByExpression rule;
  private final NaiveLists lists;
  private final ToLongFunction<Transaction> logTime;
  private final Transaction tx;
  private final List<NaiveFeatures.Heard> all = new ArrayList<>();
  private final Map<String, @Nullable Object> values = new HashMap<>();

  NaiveByExpression(
      ByExpression rule,
      NaiveLists lists,
      ToLongFunction<Transaction> logTime,
      Transaction tx,
      List<Transaction> history) {
    this.rule = rule;
    this.lists = lists;
    this.logTime = logTime;
    this.tx = tx;
    history.forEach(each -> all.add(new NaiveFeatures.Heard(each, logTime.applyAsLong(each))));
    for (Feature each : rule.features()) {
      Object value = NaiveFeatures.value(each, tx, all, this::passes);
      values.put(each.name(), value instanceof Long whole ? (Double) (double) whole : value);
    }
  }

  private boolean passes(Feature feature, NaiveFeatures.Heard other) {
    String where = feature.where().text();
    return where.isEmpty()
        || Boolean.TRUE.equals(of(other.transaction(), other.logTime(), Map.of()).value(where));
  }

  private NaiveExpression of(Transaction one, long at, Map<String, @Nullable Object> more) {
    Map<String, @Nullable Object> said = said(one);
    said.putAll(more);
    return new NaiveExpression(said::get, (list, id) -> lists.has(list, id, at));
  }

  private static Map<String, @Nullable Object> said(Transaction tx) {
    Map<String, @Nullable Object> said = new HashMap<>();
    NaiveFields.of(tx)
        .forEach(
            (name, value) ->
                said.put(name, value instanceof BigDecimal n ? (Double) n.doubleValue() : value));
    said.put("id", tx.id());
    said.put("userId", tx.userId());
    said.put("amount", NaiveFilter.amount(tx.amountMinor(), tx.currency()).doubleValue());
    said.put("currency", tx.currency());
    said.put("merchantId", tx.merchantId());
    said.put("category", tx.category());
    said.put("paymentMethod", tx.paymentMethod());
    said.put("city", tx.city());
    said.put("country", tx.country());
    said.put("deviceId", tx.deviceId());
    said.put("latitude", tx.latitude());
    said.put("longitude", tx.longitude());
    Instant time = Instant.ofEpochMilli(tx.time());
    said.put("hour", (double) time.atOffset(ZoneOffset.UTC).getHour());
    said.put("weekday", (double) time.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue());
    return said;
  }

  private NaiveExpression subject() {
    return of(tx, logTime.applyAsLong(tx), values);
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
        text = "\"" + value + "\"";
      }
      fields.add("\"" + each.name() + "\":" + text);
    }
    return "{" + String.join(",", fields) + "}";
  }

  /** The newest of each feature's window, and the transaction itself. */
  List<String> evidence() {
    int many = rule.features().isEmpty() ? 0 : Math.max(1, 19 / rule.features().size());
    Set<Transaction> evidence = new LinkedHashSet<>(List.of(tx));
    for (Feature each : rule.features()) {
      List<Transaction> window = NaiveFeatures.window(each, tx, all, this::passes);
      evidence.addAll(window.subList(Math.max(0, window.size() - many), window.size()));
    }
    List<String> ids =
        evidence.stream()
            .sorted(Comparator.comparingLong(Transaction::time).thenComparing(Transaction::id))
            .map(Transaction::id)
            .toList();
    return ids.subList(Math.max(0, ids.size() - 20), ids.size());
  }
}
