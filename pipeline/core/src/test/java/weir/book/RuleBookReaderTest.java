package weir.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.failure.MisuseException;
import weir.filter.AmountLimit;
import weir.filter.CurrencyScale;
import weir.filter.Filter;
import weir.filter.Listed;
import weir.filter.Names;
import weir.model.Severity;
import weir.rules.AmountOver;
import weir.rules.Audience;
import weir.rules.ByExpression;
import weir.rules.CountInWindow;
import weir.rules.DistinctPlaces;
import weir.rules.Rule;
import weir.rules.RuleHeader;
import weir.rules.SumInWindow;
import weir.rules.TotalInWindows;
import weir.rules.TravelSpeed;

class RuleBookReaderTest {
  private static final String BOOK =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      rules:
        - id: busy
          version: 2
          kind: count-in-window
          severity: low
          moreThan: 3
          window: 1 min
          filter:
            paymentMethod: [PayPal, card]
            amountBelow: 50
      """;

  private static AmountLimit amount(String major) {
    return new AmountLimit(new BigDecimal(major));
  }

  private static AmountLimit amount(String major, CurrencyScale scale) {
    return new AmountLimit(new BigDecimal(major), scale);
  }

  private static Filter filter(Names paymentMethods, Names categories) {
    return new Filter(paymentMethods, categories, Names.ALL, Names.ALL, null, null, null, null);
  }

  private static Filter atMost(AmountLimit limit) {
    return new Filter(Names.ALL, Names.ALL, Names.ALL, Names.ALL, null, null, limit, null);
  }

  private static RuleHeader header(String id, int version, Severity severity) {
    return new RuleHeader(id, version, severity, Filter.NONE);
  }

  /** The default book begins with the rules of the book of users. */
  @Test
  void theBookOfUsersIsWhatTheReadmeSays() {
    RuleBook book = RuleBookReader.readOfUsers();
    assertThat(book.charter().keys()).isEmpty();
    assertThat(book.horizonMillis()).isEqualTo(6 * 3_600_000);
    assertThat(RuleBookReader.readDefault().rules()).startsWith(book.rules().toArray(new Rule[0]));
    assertThat(book.allowedLatenessMillis()).isEqualTo(60_000);
    assertThat(book.allowedClockSkewMillis()).isEqualTo(5_000);
    Names noSubscription = Names.not("subscription");
    CurrencyScale scale = ((AmountOver) book.rules().get(0)).limit().scale();
    assertThat(scale.factors())
        .containsEntry("JPY", new BigDecimal("160"))
        .doesNotContainKey("EUR");
    assertThat(book.rules())
        .containsExactly(
            new AmountOver(
                new RuleHeader("high-value", 3, Severity.MEDIUM, atMost(amount("9000", scale))),
                amount("3500", scale)),
            new AmountOver(header("very-high-value", 2, Severity.HIGH), amount("9000", scale)),
            new CountInWindow(
                new RuleHeader("velocity", 2, Severity.HIGH, filter(Names.ALL, noSubscription)),
                3,
                60_000),
            new CountInWindow(
                new RuleHeader(
                    "paypal-small",
                    2,
                    Severity.MEDIUM,
                    new Filter(
                        Names.of("PayPal"),
                        noSubscription,
                        Names.ALL,
                        Names.ALL,
                        null,
                        amount("50", scale),
                        null,
                        null)),
                3,
                240_000),
            new DistinctPlaces(
                new RuleHeader(
                    "many-places",
                    2,
                    Severity.HIGH,
                    new Filter(Names.ALL, Names.ALL, Names.ALL, Names.ALL, null, null, null, true)),
                2,
                120_000),
            new TravelSpeed(
                header("impossible-travel", 1, Severity.CRITICAL), 900, 100, 6 * 3_600_000),
            new SumInWindow(
                new RuleHeader("slow-drain", 2, Severity.HIGH, atMost(amount("3500", scale))),
                amount("5000", scale),
                3_600_000),
            new TotalInWindows(
                new RuleHeader("windowed-spend", 3, Severity.HIGH, atMost(amount("3500", scale))),
                amount("3500", scale),
                60_000,
                30_000));
  }

  @Test
  void theDefaultBookAlsoLooksAtOtherKeysAndAtDays() {
    RuleBook book = RuleBookReader.readDefault();
    assertThat(book.charter().keys())
        .extracting(Key::name, Key::fields)
        .containsExactly(
            tuple("merchant", List.of("merchantId")), tuple("device", List.of("deviceId")));
    assertThat(book.horizonMillis()).isEqualTo(4 * 24 * 3_600_000L);
    List<Rule> more = book.rules().subList(8, book.rules().size());
    assertThat(more)
        .extracting(rule -> rule.header().id())
        .containsExactly("cards-at-shop", "cards-on-device", "out-of-character", "bust-out");
    CountInWindow atShop = (CountInWindow) more.get(0);
    assertThat(atShop.header().by()).isEqualTo("merchant");
    assertThat(atShop.moreThan()).isEqualTo(12);
    assertThat(atShop.windowMillis()).isEqualTo(300_000);
    assertThat(((ByExpression) more.get(1)).keys()).containsExactly("device");
    for (Rule rule : more.subList(2, 4)) {
      ByExpression expression = (ByExpression) rule;
      assertThat(expression.keys()).isEmpty();
      assertThat(expression.reachMillis()).isEqualTo(book.horizonMillis());
    }
  }

  @Test
  void readsFiltersAndVersions() {
    Rule rule = RuleBookReader.parse("book", BOOK).rules().get(0);
    assertThat(rule.header().version()).isEqualTo(2);
    assertThat(rule.header().filter().paymentMethods()).isEqualTo(Names.of("paypal", "CARD"));
    assertThat(rule.header().filter().amountBelow()).isEqualTo(amount("50"));
  }

  @Test
  void readsListsAndModes() {
    Filter asked = filterOf("amountBelow: 50", "{userIdNotIn: vip, merchantIdIn: [risky, worse]}");
    assertThat(asked.users()).isEqualTo(new Listed(Set.of(), Set.of("vip")));
    assertThat(asked.merchants()).isEqualTo(new Listed(Set.of("risky", "worse"), Set.of()));
    assertThat(asked.devices()).isEqualTo(Listed.ANY);
    assertThat(asked.lists()).containsExactly("risky", "vip", "worse");
    assertThat(audience("")).isEqualTo(Audience.EVERYBODY);
    assertThat(audience("mode: live")).isEqualTo(Audience.EVERYBODY);
    assertThat(audience("mode: shadow")).isEqualTo(Audience.NOBODY);
    assertThat(audience("rollout: 100 %")).isEqualTo(Audience.EVERYBODY);
    assertThat(audience("rollout: 12.5%")).isEqualTo(new Audience(1250));
    assertThat(audience("mode: live\n    rollout: 0.01 %")).isEqualTo(new Audience(1));
  }

  private static Audience audience(String fields) {
    String text = BOOK.replace("severity: low", "severity: low\n    " + fields);
    return RuleBookReader.parse("book", text).rules().get(0).header().audience();
  }

  private static Filter filterOf(String part, String other) {
    String inside = other.substring(1, other.length() - 1).replace(", m", "\n      m");
    return RuleBookReader.parse("book", BOOK.replace(part, inside))
        .rules()
        .get(0)
        .header()
        .filter();
  }

  @Test
  void aListThatIsWantedAndUnwantedIsAFault() {
    String both = "userIdIn: [vip]\n      userIdNotIn: [vip]";
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> RuleBookReader.parse("book", BOOK.replace("amountBelow: 50", both)))
        .withMessageContaining("'vip' is in userIdIn too; take it out of one of them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: count-in-window | kind: magic | book:6:11: rules[1].kind: found 'magic', expected one of amount-over, count-in-window, sum-in-window, distinct-places, travel-speed, total-in-windows, expression, model
          kind: count-in-window | kind: count-in-windows | book:6:11: rules[1].kind: found 'count-in-windows', expected one of amount-over, count-in-window, sum-in-window, distinct-places, travel-speed, total-in-windows, expression, model; did you mean 'count-in-window'?
          kind: count-in-window | knd: count-in-window | book:6:5: rules[1]: unknown 'knd'; did you mean 'kind'?
          moreThan: 3 | moreThan: many | book:8:15: rules[1].moreThan: found 'many', expected a whole number from 1 to 1000000
          moreThan: 3 | moreThan: 0 | book:8:15: rules[1].moreThan: found '0', expected a whole number from 1 to 1000000
          moreThan: 3 | moreThan: 1000001 | book:8:15: rules[1].moreThan: found '1000001', expected a whole number from 1 to 1000000
          moreThan: 3 | moreThan: ٣ | book:8:15: rules[1].moreThan: found '٣', expected a whole number from 1 to 1000000
          moreThan: 3 | morThan: 3 | book:8:5: rules[1]: unknown 'morThan'; did you mean 'moreThan'?
          window: 1 min | window: 1 fortnight | book:9:13: rules[1].window: found '1 fortnight', expected a length of time such as 30 s, 1 min or 6 h, from 1 ms to 31 d
          window: 1 min | window: 32 d | book:9:13: rules[1].window: found '32 d', expected a length of time such as 30 s, 1 min or 6 h, from 1 ms to 31 d
          window: 1 min | window: 0 s | book:9:13: rules[1].window: found '0 s', expected a length of time such as 30 s, 1 min or 6 h, from 1 ms to 31 d
          window: 1 min | window: １ min | book:9:13: rules[1].window: found '１ min', expected a length of time such as 30 s, 1 min or 6 h, from 1 ms to 31 d
          severity: low | severity: awful | book:7:15: rules[1].severity: found 'awful', expected one of low, medium, high, critical
          severity: low | severity: hihg | book:7:15: rules[1].severity: found 'hihg', expected one of low, medium, high, critical; did you mean 'high'?
          version: 2 | version: 2.5 | book:5:14: rules[1].version: found '2.5', expected a whole number from 1 to 999999999
          id: busy | id: Busy Rule | book:4:9: rules[1].id: found 'Busy Rule', expected up to 64 lower-case letters, digits and hyphens, such as high-value
          amountBelow: 50 | amountBelow: -1 | book:12:20: rules[1].filter.amountBelow: found '-1', expected an amount of at least 0 with at most 4 decimals, such as 3500
          amountBelow: 50 | amountBelow: ٥٠ | book:12:20: rules[1].filter.amountBelow: found '٥٠', expected an amount of at least 0 with at most 4 decimals, such as 3500
          amountBelow: 50 | smaller: 50 | book:12:7: rules[1].filter: unknown 'smaller', expected one of amountAtMost, amountBelow, amountOver, category, categoryNot, coordinates, country, countryNot, currency, currencyNot, deviceIdIn, deviceIdNotIn, merchantIdIn, merchantIdNotIn, paymentMethod, paymentMethodNot, userIdIn, userIdNotIn
          amountBelow: 50 | coordinates: maybe | book:12:20: rules[1].filter.coordinates: found 'maybe', expected one of true, false, yes, no
          [PayPal, card] | [] | book:11:22: rules[1].filter.paymentMethod: found an empty list, expected at least one name
          allowedLateness: 1 min | allowedLateness: soon | book:1:18: allowedLateness: found 'soon', expected a length of time such as 30 s, 1 min or 6 h, up to 31 d
          allowedClockSkew: 5 s | allowedClockSkw: 5 s | book:2:1: unknown 'allowedClockSkw'; did you mean 'allowedClockSkew'?
          amountBelow: 50 | userIdIn: Not this | book:12:17: rules[1].filter.userIdIn: found 'Not this', expected the name of a list: up to 64 lower-case letters, digits and hyphens, such as risky-shops
          amountBelow: 50 | merchantIdIns: risky | book:12:7: rules[1].filter: unknown 'merchantIdIns'; did you mean 'merchantIdIn'?
          severity: low | severity: low;mode: off | book:8:11: rules[1].mode: found 'off', expected one of live, shadow
          severity: low | severity: low;rollout: 10 | book:8:14: rules[1].rollout: found '10', expected a share of the users from 0.01 % to 100 %, such as 10 %
          severity: low | severity: low;rollout: 0 % | book:8:14: rules[1].rollout: found '0 %', expected a share of the users from 0.01 % to 100 %, such as 10 %
          severity: low | severity: low;rollout: 0.001 % | book:8:14: rules[1].rollout: found '0.001 %', expected a share of the users from 0.01 % to 100 %, such as 10 %
          severity: low | severity: low;rollout: 101 % | book:8:14: rules[1].rollout: found '101 %', expected a share of the users from 0.01 % to 100 %, such as 10 %
          severity: low | severity: low;mode: shadow;rollout: 10 % | book:9:14: rules[1].rollout: a shadow rule counts for nobody; take out mode or rollout
          moreThan: 3 | moreThan: 3, 4 | book:8:15: rules[1].moreThan: found '3, 4', expected a whole number from 1 to 1000000
          """)
  void saysWhereWhatIsWrongAndWhatWasExpected(String right, String wrong, String message) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(
            () -> RuleBookReader.parse("book", BOOK.replace(right, wrong.replace(";", "\n    "))))
        .withMessage(message);
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    String bad =
        BOOK.replace("1 min\nallowedClockSkew: 5 s", "soon\nskew: 5 s")
            .replace("version: 2", "id: again")
            .replace("severity: low", "severity: awful")
            .replace("moreThan: 3", "limt: 3")
            .replace("amountBelow: 50", "amountBelow: much");
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> RuleBookReader.parse("book", bad))
        .withMessage(
            """
            book has 9 faults:
              book:1:1: allowedClockSkew: is missing, expected a length of time such as 30 s, 1 min or 6 h, up to 31 d
              book:1:18: allowedLateness: found 'soon', expected a length of time such as 30 s, 1 min or 6 h, up to 31 d
              book:2:1: unknown 'skew', expected one of allowedClockSkew, allowedLateness, currencyScale, features, fields, horizon, keys, labels, lead, mapping, rules
              book:4:5: rules[1].moreThan: is missing, expected a whole number from 1 to 1000000
              book:4:5: rules[1].version: is missing, expected a whole number from 1 to 999999999
              book:5:5: rules[1].id: is given twice; keep one of them
              book:7:15: rules[1].severity: found 'awful', expected one of low, medium, high, critical
              book:8:5: rules[1]: unknown 'limt', expected one of by, filter, id, kind, mode, moreThan, rollout, severity, version, window
              book:12:20: rules[1].filter.amountBelow: found 'much', expected an amount of at least 0 with at most 4 decimals, such as 3500\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | book: is empty, expected lines of name: value
          '# nothing' | book: is empty, expected lines of name: value
          [1, 2] | book:1:1: found no mapping, expected lines of name: value
          '{allowedLateness: 1 s, allowedClockSkew: 1 s, rules: []}' | book:1:54: rules: found an empty list, expected at least one rule
          '{allowedLateness: 1 s, allowedClockSkew: 1 s, rules: 7}' | book:1:54: rules: found no list, expected at least one rule
          '{allowedLateness: 1 s, allowedClockSkew: 1 s, rules: [7]}' | book:1:55: rules[1]: found no mapping, expected lines of name: value
          '{allowedLateness: 1 s, allowedClockSkew: 1 s}' | book:1:1: rules: is missing, expected at least one rule
          'a: [' | book:1:5: not YAML: expected the node content, but found '<stream end>'
          """)
  void refusesWhatIsNoBook(String yaml, String message) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> RuleBookReader.parse("book", yaml))
        .withMessage(message);
  }

  @Test
  void twoRulesCannotShareAnId() {
    String again = BOOK + BOOK.substring(BOOK.indexOf("  - id"));
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> RuleBookReader.parse("book", again))
        .withMessage(
            "book:13:9: rules[2].id: 'busy' is the id of the rule in line 4; choose another");
  }

  @Test
  void aFileThatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
    Path binary = folder.resolve("binary.yaml");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    for (Path file : new Path[] {folder.resolve("none.yaml"), folder, binary}) {
      assertThatExceptionOfType(MisuseException.class)
          .isThrownBy(() -> RuleBookReader.read(file))
          .withMessageStartingWith(file.toString())
          .withMessageMatching("(?s).*(no such file|is a folder|not text in UTF-8), expected .*");
    }
  }
}
