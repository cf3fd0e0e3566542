package weir.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.failure.MisuseException;
import weir.files.YamlFile;
import weir.files.YamlMap;
import weir.filter.Filter;
import weir.filter.Lists;
import weir.filter.Selection;
import weir.model.Transaction;

class FeatureReaderTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private static final Operand.NumberField SCORE = new Operand.NumberField("score", tx -> 1L);

  private record Below(String text) implements Selection {
    @Override
    public boolean matches(Transaction tx, long logTime, Lists lists) {
      return true;
    }
  }

  private static Selection condition(String text) {
    if (text.contains("amuont")) {
      throw new IllegalArgumentException("unknown 'amuont'; did you mean 'amount'?");
    }
    return new Below(text);
  }

  private static List<Feature> read(String yaml) {
    Map<String, Operand> operands = new LinkedHashMap<>(Fields.STANDARD);
    operands.put(SCORE.name(), SCORE);
    YamlMap book = YamlFile.parse("book.yaml", yaml);
    List<Feature> features =
        new FeatureReader(
                operands,
                new KeyNames(Set.of("merchant", "device"), /* all= */ true),
                FeatureReaderTest::condition,
                30 * DAY)
            .read(book);
    book.finish();
    return features;
  }

  private static Feature only(String yaml) {
    List<Feature> features = read("features:\n  it: {" + yaml + "}");
    assertThat(features).hasSize(1);
    return features.get(0);
  }

  @Test
  void readsWhatTheDesignShows() {
    assertThat(
            read(
                """
                features:
                  mean_30d: {mean: amount, window: 30 d, without: itself}
                  cards_at_shop: {distinct: userId, by: merchant, window: 10 min, where: "amount < 5.0"}
                  many: {count: transactions, by: device, window: 7 d, delay: 7 d, edge: 1 h}
                """))
        .containsExactly(
            new Feature(
                "mean_30d",
                Function.MEAN,
                Fields.AMOUNT,
                null,
                new FeatureWindow(30 * DAY, 0, 0),
                true,
                Where.ALL),
            new Feature(
                "cards_at_shop",
                Function.DISTINCT,
                Fields.USER_ID,
                "merchant",
                new FeatureWindow(10 * MINUTE, 0, 0),
                false,
                new Where("amount < 5.0", new Below("amount < 5.0"))),
            new Feature(
                "many",
                Function.COUNT,
                null,
                "device",
                new FeatureWindow(7 * DAY, 7 * DAY, HOUR),
                false,
                Where.ALL));
  }

  @Test
  void aBookWithoutFeaturesHasNone() {
    assertThat(read("{}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count: transactions     | COUNT    |                 | WHOLE",
        "sum: amount             | SUM      | amount          | REAL",
        "mean: score             | MEAN     | score           | REAL",
        "min: amount             | MIN      | amount          | REAL",
        "max: amount             | MAX      | amount          | REAL",
        "stddev: amount          | STDDEV   | amount          | REAL",
        "distinct: city          | DISTINCT | city            | WHOLE",
        "distinct: [city, id]    | DISTINCT | city+id         | WHOLE",
        "first: amount           | FIRST    | amount          | REAL",
        "last: paymentMethod     | LAST     | paymentMethod   | TEXT",
        "last: score             | LAST     | score           | REAL",
        "gap: transactions       | GAP      |                 | REAL",
      })
  void everyFunctionHasItsOperandAndType(
      String written, Function function, String operand, Value.Type type) {
    Feature feature = only(written + ", window: 1 h");
    assertThat(feature.function()).isEqualTo(function);
    assertThat(feature.operand() == null ? null : feature.operand().name()).isEqualTo(operand);
    assertThat(feature.type()).isEqualTo(type);
  }

  private static void assertFaults(String yaml, String faults) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> read(yaml))
        .withMessage(faults);
  }

  @Test
  void tellsEveryFaultAtOnce() {
    assertFaults(
        """
                    features:
                      Mean: {mean: amuont, window: 30 d}
                      amount: {meen: amount, window: 1 h}
                      a: {windw: 1 h, count: transactions}
                      b: {window: 1 h}
                      c: {count: transactions, sum: amount, window: 0 s}
                      d: {sum: city, window: 1 h, by: merchnt}
                      e: {distinct: [city, citty], window: 31 d}
                      f: {distinct: [city, id, userId], window: 1 h, edge: 1500 ms}
                      g: {gap: transactions, window: 1 h, edge: 2 h, without: itself}
                      h: {count: transactions, window: 16 d, delay: 14 d, edge: 1 s, without: itself}
                      i: {count: all, window: 1 h, where: "amuont < 5", without: others}
                      j: 7
                    """,
        """
        book.yaml has 22 faults:
          book.yaml:2:3: features: found 'Mean', expected up to 64 lower-case letters, digits and underscores that begin with a letter, such as mean_30d
          book.yaml:2:16: features.Mean.mean: found 'amuont', expected one of amount, score; did you mean 'amount'?
          book.yaml:3:3: features: 'amount' is a field of transactions; choose another name
          book.yaml:3:12: features.amount: unknown 'meen'; did you mean 'mean'?
          book.yaml:4:7: features.a: unknown 'windw'; did you mean 'window'?
          book.yaml:5:6: features.b: is incomplete, expected one of count, sum, mean, min, max, stddev, distinct, first, last, gap, share
          book.yaml:6:28: features.c: stands beside 'count'; keep one of them
          book.yaml:6:49: features.c.window: found '0 s', expected a length of time such as 30 s, 1 min or 6 h, from 1 ms to 31 d
          book.yaml:7:12: features.d.sum: found 'city', expected one of amount, score
          book.yaml:7:35: features.d.by: found 'merchnt', expected one of user, device, merchant; did you mean 'merchant'?
          book.yaml:8:17: features.e.distinct: found 'citty', expected one of id, userId, merchantId, deviceId, city, country, category, paymentMethod, currency; did you mean 'city'?
          book.yaml:8:40: features.e.window: the feature looks back 31 d, beyond the book's horizon (30 d); shorten the window or raise the horizon
          book.yaml:9:17: features.f.distinct: found 3 fields, expected one or two
          book.yaml:9:56: features.f.edge: found 1 s 500 ms, expected whole seconds
          book.yaml:10:45: features.g.edge: 2 h is longer than the window (1 h); shorten it or leave it out
          book.yaml:10:59: features.g.without: a gap is never to the transaction itself; leave it out
          book.yaml:11:36: features.h.window: the feature looks back 30 d 1 s (with its delay and edge), beyond the book's horizon (30 d); shorten the window or raise the horizon
          book.yaml:11:75: features.h.without: with a delay the transaction is not in its own window; leave it out
          book.yaml:12:14: features.i.count: found 'all', expected one of transactions, fraud
          book.yaml:12:39: features.i.where: unknown 'amuont'; did you mean 'amount'?
          book.yaml:12:62: features.i.without: found 'others', expected itself
          book.yaml:13:6: features.j: found no mapping, expected lines of name: value""");
  }

  private static void assertKeyFault(Set<String> keys, String by, String fault) {
    YamlMap book =
        YamlFile.parse("b", "features: {a: {count: transactions, window: 1 h, by: " + by + "}}");
    KeyNames names = new KeyNames(keys, /* all= */ true);
    new FeatureReader(Fields.STANDARD, names, text -> Filter.NONE, DAY).read(book);
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(book::finish)
        .withMessage("b:1:54: features.a.by: " + fault);
  }

  @Test
  void aKeyMustBeDeclared() {
    assertKeyFault(
        Set.of(),
        "x",
        "the charter declares no keys; declare one, such as keys: {merchant: merchantId}, or leave"
            + " this out");
    assertKeyFault(
        Set.of("merchant", "device"),
        "devise",
        "found 'devise', expected one of user, device, merchant; did you mean 'device'?");
  }

  @Test
  void theUserIsAKeyThatIsAlwaysThere() {
    assertThat(only("count: transactions, window: 1 h, by: user"))
        .isEqualTo(only("count: transactions, window: 1 h"));
  }

  /** A text that is read before its charter is known. */
  @Test
  void anyKeyMayBeDeclaredWhereTheCharterIsNotKnown() {
    YamlMap book =
        YamlFile.parse("b", "features: {a: {count: transactions, window: 1 h, by: any}}");
    KeyNames names = new KeyNames(Set.of("merchant"), /* all= */ false);
    assertThat(new FeatureReader(Fields.STANDARD, names, text -> Filter.NONE, DAY).read(book))
        .extracting(Feature::by)
        .containsExactly("any");
    book.finish();
  }

  @Test
  void thereAreAtMostTwoHundred() {
    assertThat(read(many(FeatureReader.MOST_FEATURES))).hasSize(200);
    assertFaults(many(201), "book.yaml:2:3: features: has 201 features, expected at most 200");
  }

  private static String many(int features) {
    return "features:\n"
        + IntStream.range(0, features)
            .mapToObj(i -> "  f" + i + ": {count: transactions, window: 1 h}\n")
            .collect(Collectors.joining());
  }
}
