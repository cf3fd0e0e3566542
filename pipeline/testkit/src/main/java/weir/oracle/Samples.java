package weir.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import weir.fields.DeclaredValues;
import weir.model.Alert;
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

  private Samples() {}
}
