package weir.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.feature.Feature;
import weir.feature.Function;
import weir.model.Transaction;
import weir.rules.AskingRule;

/** A second implementation of what rules ask of features, over all transactions there are. */
abstract class NaiveAsking {
  private static final MathContext MEANT = new MathContext(15, RoundingMode.HALF_EVEN);

  private final AskingRule rule;
  final NaiveLook look;
  final Transaction tx;

  /** What each feature counts, whatever its window and condition. */
  final Map<Feature, List<NaiveFeatures.Heard>> around = new LinkedHashMap<>();

  final Map<String, @Nullable Object> values = new HashMap<>();

  NaiveAsking(AskingRule rule, NaiveLook look, Transaction tx, List<Transaction> history) {
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

  final List<NaiveLabels.Said> frauds(Feature feature) {
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

  final List<NaiveFeatures.Heard> around(Feature feature) {
    return around.getOrDefault(feature, List.of());
  }

  /** How many transactions it rests on, if it looks at a key. */
  final long seen() {
    long seen = 0;
    for (Feature each : rule.features()) {
      seen += NaiveFeatures.seen(each.window(), tx, around(each));
      seen += look.keys().labels(each, look.heard(tx)).size();
    }
    return Math.max(seen, 1);
  }

  final boolean passes(Feature feature, NaiveFeatures.Heard other) {
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

  final NaiveExpression subject() {
    return of(tx, look.heard(tx).logTime(), values);
  }

  /** What is missing is less than everything, and nothing is beyond 24 bits. */
  static BigInteger number(@Nullable Object value, int decimals) {
    if (value == null) {
      return BigInteger.valueOf(-16_777_216);
    }
    double real = value instanceof Boolean yes ? (yes ? 1 : 0) : ((Number) value).doubleValue();
    double scaled = real * new BigDecimal("1e" + decimals).doubleValue();
    BigInteger most = BigInteger.valueOf(16_777_215);
    return new BigDecimal(scaled)
        .setScale(0, RoundingMode.FLOOR)
        .toBigInteger()
        .min(most)
        .max(most.negate());
  }

  static String words(@Nullable Object value) {
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (value instanceof Double number) {
      BigDecimal rounded = new BigDecimal(number).round(MEANT).setScale(2, RoundingMode.HALF_EVEN);
      return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
    return value == null ? "unknown" : (String) value;
  }

  /** A value as JSON: no more digits than were meant. */
  static String json(@Nullable Object value) {
    if (value instanceof Double number) {
      BigDecimal rounded = new BigDecimal(number).round(MEANT);
      return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
    return value == null ? "null" : NaiveJson.of(value);
  }

  /** Fields of an object in the order of their names, and whether all of the windows is known. */
  final String object(SortedMap<String, String> fields) {
    if (!look.keys().isWarm(rule, look.heard(tx))) {
      fields.put("warm", "false");
    }
    return fields.entrySet().stream()
        .map(each -> NaiveJson.of(each.getKey()) + ":" + each.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
