package weir.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weir.fields.DeclaredValues;
import weir.model.Alert;
import weir.model.FlatJson;
import weir.model.Severity;
import weir.model.Transaction;

/** Values for tests of written forms. */
public final class Samples {
  /** A transaction with every field. */
  public static final Transaction FULL =
      new Transaction(
          "t\"1",
          "müller😀",
          123_456,
          "EUR",
          1_772_323_200_000L,
          "m",
          "food",
          "PayPal",
          "São Paulo",
          "BR",
          -23.551,
          -46.633,
          "d");

  /** A transaction with only the required fields. */
  public static final Transaction BARE = Sample.at(0).tx();

  /** A transaction with fields that a charter declares. */
  public static final Transaction DECLARED =
      FULL.withDeclared(
          DeclaredValues.of(
              Map.of(
                  "risk",
                  new BigDecimal("-0.5"),
                  "ip",
                  "😀 \"'{}\\\n",
                  "present",
                  true,
                  "away",
                  false)));

  public static final Alert ALERT =
      new Alert(
          "id",
          Alert.Status.RAISED,
          "rule",
          3,
          2,
          Alert.Mode.LIVE,
          Severity.HIGH,
          "u",
          "t",
          5,
          -55,
          5,
          7,
          new BigDecimal("3600.50"),
          new BigDecimal("-0"),
          "EUR",
          List.of("a", "ü"),
          30,
          "why");

  /** An alert of an expression that looked by two keys, which a database orders otherwise. */
  public static final Alert BY_KEYS =
      new Alert(
          "by keys",
          Alert.Status.RAISED,
          "rule",
          3,
          2,
          Alert.Mode.LIVE,
          Severity.HIGH,
          "u",
          "t",
          60_000,
          0,
          60_000,
          7,
          /* observed= */ null,
          /* limit= */ null,
          /* unit= */ null,
          /* values= */ "{\"cards\":12,\"mean\":0.10}",
          FlatJson.of(new TreeMap<>(Map.of("device", "d-4", "shop", "m-17 😀 ü \"'{},\\"))),
          List.of("a", "ü"),
          30,
          "why");

  private Samples() {}

  /** The same alert of a rule that looked by these keys. */
  public static Alert by(String keys, Alert alert) {
    return new Alert(
        alert.id(),
        alert.status(),
        alert.ruleId(),
        alert.ruleVersion(),
        alert.book(),
        alert.mode(),
        alert.severity(),
        alert.userId(),
        alert.transactionId(),
        alert.eventTime(),
        alert.windowStart(),
        alert.windowEnd(),
        alert.seen(),
        alert.observed(),
        alert.limit(),
        alert.unit(),
        alert.values(),
        keys,
        alert.evidence(),
        alert.evidenceCount(),
        alert.reason());
  }
}
