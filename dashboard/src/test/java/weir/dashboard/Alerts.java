package weir.dashboard;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Alert;
import weir.model.Severity;
import weir.model.Transaction;

/** Alerts and payments to show. */
public final class Alerts {
  private static final long MINUTE = 60_000;

  private Alerts() {}

  public static Alert velocity(String id, String user) {
    return alert(id, user, "velocity", Severity.HIGH, "4 payments within 1 min", 4);
  }

  static Alert alert(
      String id, String user, String rule, Severity severity, String reason, long seen) {
    long now = System.currentTimeMillis();
    return alert(id, Alert.Status.RAISED, user, rule, severity, reason, seen, now, List.of("t"));
  }

  public static Alert withdrawn(Alert raised) {
    return alert(
        raised.id(),
        Alert.Status.WITHDRAWN,
        raised.userId(),
        raised.ruleId(),
        raised.severity(),
        raised.reason(),
        raised.seen() + 1,
        raised.eventTime(),
        raised.evidence());
  }

  /** The same finding in another mode, told by a judgement that has seen one more. */
  public static Alert inMode(Alert.Mode mode, Alert alert) {
    return changed(alert, mode, alert.seen() + 1, alert.by(), alert.transactionId());
  }

  /** A finding about this payment, in this mode. */
  static Alert about(Transaction paid, Alert.Mode mode) {
    Alert found =
        alert(
            "about-" + paid.id(),
            Alert.Status.RAISED,
            paid.userId(),
            "velocity",
            Severity.HIGH,
            "4 payments within 1 min",
            4,
            paid.time(),
            List.of(paid.id()));
    return changed(found, mode, found.seen(), found.by(), paid.id());
  }

  /** The same finding of a rule that looked by these keys. */
  public static Alert by(String keys, Alert alert) {
    return changed(alert, alert.mode(), alert.seen(), keys, alert.transactionId());
  }

  private static Alert changed(
      Alert alert,
      Alert.Mode mode,
      long seen,
      @Nullable String by,
      @Nullable String transactionId) {
    return new Alert(
        alert.id(),
        alert.status(),
        alert.ruleId(),
        alert.ruleVersion(),
        alert.book(),
        mode,
        alert.severity(),
        alert.userId(),
        transactionId,
        alert.eventTime(),
        alert.windowStart(),
        alert.windowEnd(),
        seen,
        alert.observed(),
        alert.limit(),
        alert.unit(),
        alert.values(),
        by,
        alert.evidence(),
        alert.evidenceCount(),
        alert.reason());
  }

  /** A finding of this rule about the newest of these payments. */
  static Alert found(
      String id, String user, String rule, Severity severity, long time, List<String> evidence) {
    return alert(id, Alert.Status.RAISED, user, rule, severity, "because", 4, time, evidence);
  }

  public static Alert withEvidence(String id, String user, long time, List<String> evidence) {
    return alert(
        id,
        Alert.Status.RAISED,
        user,
        "velocity",
        Severity.HIGH,
        "4 payments within 1 min",
        4,
        time,
        evidence);
  }

  /** A total of a minute that ends then. */
  public static Alert total(String id, String user, long time, long end) {
    return new Alert(
        id,
        Alert.Status.RAISED,
        "windowed-spend",
        1,
        1,
        Alert.Mode.LIVE,
        Severity.HIGH,
        user,
        null,
        time,
        end - MINUTE,
        end,
        4,
        BigDecimal.valueOf(12_000),
        BigDecimal.valueOf(10_000),
        "EUR",
        List.of("t"),
        1,
        "12,000 EUR within 1 min");
  }

  private static Alert alert(
      String id,
      Alert.Status status,
      String user,
      String rule,
      Severity severity,
      String reason,
      long seen,
      long time,
      List<String> evidence) {
    return new Alert(
        id,
        status,
        rule,
        1,
        1,
        Alert.Mode.LIVE,
        severity,
        user,
        evidence.get(evidence.size() - 1),
        time,
        time - MINUTE,
        time,
        seen,
        BigDecimal.valueOf(4),
        BigDecimal.valueOf(3),
        "transactions",
        evidence,
        evidence.size(),
        reason);
  }

  static Transaction payment(String id, String user, long time, @Nullable String city) {
    return payment(id, user, time, "EUR", city);
  }

  /** The same amount in another currency. */
  static Transaction paid(String id, String user, long time, String currency) {
    return payment(id, user, time, currency, "Porto");
  }

  private static Transaction payment(
      String id, String user, long time, String currency, @Nullable String city) {
    return new Transaction(
        id, user, 1250, currency, time, "m-1", "online", "card", city, "PT", 41.15, -8.61, null);
  }
}
