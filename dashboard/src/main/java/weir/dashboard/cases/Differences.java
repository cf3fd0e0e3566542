package weir.dashboard.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.dashboard.evidence.Figures;
import weir.dashboard.store.AlertsToDecide;
import weir.dashboard.store.JudgedPayment;
import weir.model.Json;

/** Compares frozen evidence with what stands now. */
final class Differences {
  /** More of these are not looked up, and nothing is said of them. */
  private static final int MOST = 10_000;

  private static final String THERE = "there";
  private static final String GONE = "not there";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(Json.FACTORY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Map<String, JsonNode> alerts = new HashMap<>();
  private final Map<String, JsonNode> payments = new HashMap<>();
  private final Map<String, JsonNode> figures = new HashMap<>();
  private boolean whole = true;

  /** Looks up what is in these pieces of evidence about one user as it stands now. */
  Differences(Connection connection, AlertsToDecide known, String user, List<JsonNode> evidence)
      throws SQLException {
    Set<Long> times = new HashSet<>();
    Set<String> ids = new HashSet<>();
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (JsonNode each : evidence) {
      for (JsonNode found : each.path("alerts")) {
        times.add(Instant.parse(found.path("alert").path("eventTime").asText()).toEpochMilli());
      }
      for (JsonNode payment : each.path("payments")) {
        ids.add(payment.path("id").asText());
        from = Math.min(from, payment.path("time").asLong());
        to = Math.max(to, payment.path("time").asLong());
      }
    }
    if (!times.isEmpty()) {
      known
          .at(user, times, MOST)
          .forEach(found -> alerts.put(found.alert().id(), tree(found.json())));
    }
    if (!ids.isEmpty()) {
      List<JudgedPayment> found =
          JudgedPayment.named(connection, user, from, to, List.copyOf(ids), MOST);
      found.forEach(each -> payments.put(key(tree(each)), tree(each)));
      whole = found.size() < MOST;
    }
    for (Figures.OfCurrency each : Figures.of(connection, user).currencies()) {
      figures.put(each.currency(), tree(each));
    }
  }

  /** What is no longer as in this evidence. */
  List<Difference> of(JsonNode evidence) {
    List<Difference> all = new ArrayList<>();
    for (JsonNode found : evidence.path("alerts")) {
      JsonNode was = found.path("alert");
      String id = was.path("alertId").asText();
      compare("alert " + id, was, alerts.get(id), all);
    }
    for (JsonNode was : evidence.path("payments")) {
      compare("payment " + was.path("id").asText(), was, payments.get(key(was)), all);
    }
    for (JsonNode was : evidence.path("figures").path("currencies")) {
      String currency = was.path("currency").asText();
      compare("figures in " + currency, was, figures.get(currency), all);
    }
    return List.copyOf(all);
  }

  private void compare(String about, JsonNode was, @Nullable JsonNode is, List<Difference> all) {
    if (is == null) {
      if (whole) {
        all.add(new Difference(about, "", THERE, GONE));
      }
      return;
    }
    Set<String> fields = new LinkedHashSet<>();
    addNames(was, fields);
    addNames(is, fields);
    for (String field : fields) {
      JsonNode before = was.path(field);
      JsonNode now = is.path(field);
      if (!text(before).equals(text(now))) {
        all.add(new Difference(about, field, text(before), text(now)));
      }
    }
  }

  private static void addNames(JsonNode node, Set<String> names) {
    for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
  }

  /** A payment's id is its user's own, and may be used again later. */
  private static String key(JsonNode payment) {
    return payment.path("time").asText() + " " + payment.path("id").asText();
  }

  private static String text(JsonNode value) {
    if (value instanceof MissingNode || value.isNull()) {
      return "";
    }
    return value.isNumber() ? value.decimalValue().toPlainString() : plain(value);
  }

  private static String plain(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("evidence cannot be read", broken);
    }
  }

  private static JsonNode tree(Object value) {
    try {
      return MAPPER.readTree(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("it has no JSON form", impossible);
    }
  }
}
