package weir.backtest.pass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weir.form.AlertJson;
import weir.log.Span;
import weir.model.Alert;
import weir.oracle.Oracle;

/** What the oracle says of one side, within a span of event times. */
final class NaiveSide {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern BOOK = Pattern.compile(" book (\\d+) seen \\d+$");

  private final SortedMap<String, Alert> alerts = new TreeMap<>();
  private final Map<String, Judged> payments = new HashMap<>();

  /** A payment that was judged, by a book. */
  record Judged(String user, String currency, BigDecimal amount, int book) {}

  NaiveSide(Oracle.Truth truth, Span wanted) throws IOException {
    for (Map.Entry<String, String> each : truth.answers().alerts().entrySet()) {
      Alert alert = AlertJson.read(each.getValue().getBytes(StandardCharsets.UTF_8));
      if (isIn(alert.eventTime(), wanted)) {
        alerts.put(each.getKey(), alert);
      }
    }
    for (Map.Entry<String, String> each : truth.verdicts().entrySet()) {
      JsonNode tx = JSON.readTree(each.getValue());
      Matcher book = BOOK.matcher(each.getValue());
      if (!book.find()) {
        throw new AssertionError("no book: " + each.getValue());
      }
      String user = tx.path("userId").asText();
      // A user may have blanks, and so may the id.
      String rest = each.getKey().substring(user.length() + 1);
      long time = Long.parseLong(rest.substring(0, rest.indexOf(' ')));
      if (isIn(time, wanted)) {
        String currency = tx.path("currency").asText();
        BigDecimal amount = new BigDecimal(tx.path("amount").asText());
        payments.put(
            each.getKey(), new Judged(user, currency, amount, Integer.parseInt(book.group(1))));
      }
    }
  }

  private static boolean isIn(long time, Span wanted) {
    return time >= wanted.from() && time < wanted.to();
  }

  /** Alerts that stand, by id. */
  SortedMap<String, Alert> alerts() {
    return alerts;
  }

  /** Payments by user, time and id. */
  Map<String, Judged> payments() {
    return payments;
  }

  /** The payment that an alert is about. */
  static String key(Alert alert) {
    return alert.userId() + " " + alert.eventTime() + " " + alert.transactionId();
  }

  List<Alert> of(String rule) {
    return alerts.values().stream().filter(each -> each.ruleId().equals(rule)).toList();
  }

  List<Alert> of(String rule, Alert.Mode mode) {
    List<Alert> some = new ArrayList<>(of(rule));
    some.removeIf(each -> each.mode() != mode);
    return some;
  }
}
