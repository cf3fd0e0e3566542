package weir.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.model.Transaction;
import weir.oracle.NaiveFeatures.Heard;

/** What the oracle says of the keys of a transaction. */
class NaiveKeysTest {
  private static final RuleBook BOOK =
      RuleBookReader.parse(
          "b",
          """
          allowedLateness: 3 s
          allowedClockSkew: 1 s
          keys: {merchant: merchantId, spot: [merchantId, deviceId], city: city}
          features:
            shop: {count: transactions, by: merchant, window: 6 s}
            there: {count: transactions, by: spot, window: 6 s}
          rules:
            - {id: a, version: 1, severity: low, when: "shop > 1 && there > 1", reason: x}
          """);

  private static Heard paid(@Nullable String device) {
    return new Heard(
        new Transaction(
            "t", "u", 1, "EUR", 5, "m\"1", null, null, "Rome", null, null, null, device),
        7);
  }

  private static @Nullable String said(@Nullable String device) {
    return new NaiveKeys(
            NaiveBooks.only(BOOK), List.of(), new NaiveLabels(BOOK, "labels", List.of()))
        .said(BOOK.keyedRules().get(0), paid(device));
  }

  @Test
  void thoseAtWhichTheRuleLooksAndOfWhichThereIsAValue() {
    assertThat(said("d")).isEqualTo("{\"merchant\":\"m\\\"1\",\"spot\":\"m\\\"1 + d\"}");
    assertThat(said(null)).isEqualTo("{\"merchant\":\"m\\\"1\"}");
  }
}
