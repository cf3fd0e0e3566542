package weir.dashboard.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.dashboard.live.Found;
import weir.dashboard.store.JudgedPayment;
import weir.fields.DeclaredValues;
import weir.form.DeclaredJson;
import weir.model.Alert;
import weir.model.Json;
import weir.model.Transaction;

/**
 * One thing that a decision is about.
 *
 * @param subject a payment, an alert that is about none, or a rule and a user
 * @param evidence the alert as it was, as JSON
 * @param payment what keys can look by; absent if no payment is spoken of, or it is not known
 * @param say what the label says; absent if there is none
 * @param before what was said of the payment until then; absent if nothing was
 * @param restored what stands again once a decision is taken back; absent if nothing does
 */
record Item(
    String subject,
    String ruleId,
    String alertId,
    @Nullable String transactionId,
    long eventTime,
    String evidence,
    @Nullable Payment payment,
    @Nullable Said say,
    @Nullable Said before,
    @Nullable String restored) {

  private static final String SNOOZE = "[\"snooze\"";
  private static final JsonMapper MAPPER = new JsonMapper(Json.FACTORY);
  private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {};

  /** What a label says, and in whose name. */
  record Said(boolean fraud, String source) {}

  /**
   * The parts of a payment that a label repeats.
   *
   * @param fields what the charter declares, as JSON
   */
  record Payment(
      String currency,
      @Nullable String merchant,
      @Nullable String category,
      @Nullable String method,
      @Nullable String city,
      @Nullable String country,
      @Nullable String device,
      @Nullable String fields) {

    static Payment of(JudgedPayment paid) {
      return new Payment(
          paid.currency(),
          paid.merchant(),
          paid.category(),
          paid.method(),
          paid.city(),
          paid.country(),
          paid.device(),
          paid.fields());
    }
  }

  /** A decision about what an alert is about. */
  static Item about(
      Found found, @Nullable Payment payment, @Nullable Said say, @Nullable Said before) {
    Alert alert = found.alert();
    return new Item(
        subject(alert),
        alert.ruleId(),
        alert.id(),
        alert.transactionId(),
        alert.eventTime(),
        found.json(),
        payment,
        alert.transactionId() == null ? null : say,
        before,
        /* restored= */ null);
  }

  /** A snooze of the rule of an alert for its user. */
  static Item snooze(Found found) {
    Alert alert = found.alert();
    return new Item(
        Json.array(List.of("snooze", alert.ruleId(), alert.userId())),
        alert.ruleId(),
        alert.id(),
        alert.transactionId(),
        alert.eventTime(),
        found.json(),
        /* payment= */ null,
        /* say= */ null,
        /* before= */ null,
        /* restored= */ null);
  }

  /** Alerts about one payment have one subject: what is said is said of the payment. */
  static String subject(Alert alert) {
    return Json.array(
        alert.transactionId() == null
            ? List.of("alert", alert.id())
            : List.of(
                "payment",
                alert.userId(),
                Long.toString(alert.eventTime()),
                alert.transactionId()));
  }

  boolean isSnooze() {
    return subject.startsWith(SNOOZE);
  }

  /** The payment as a label needs it. */
  Transaction transaction(String userId) {
    Payment known = payment;
    String id = Objects.requireNonNull(transactionId);
    if (known == null) {
      return new Transaction(
          id, userId, 0, "", eventTime, null, null, null, null, null, null, null, null);
    }
    DeclaredValues declared = DeclaredJson.read(known.fields());
    return new Transaction(
        id,
        userId,
        /* amountMinor= */ 0,
        known.currency(),
        eventTime,
        known.merchant(),
        known.category(),
        known.method(),
        known.city(),
        known.country(),
        /* latitude= */ null,
        /* longitude= */ null,
        known.device(),
        declared);
  }

  static String json(Object items) {
    try {
      return MAPPER.writeValueAsString(items);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("it has no JSON form", impossible);
    }
  }

  static List<Item> read(String json) {
    try {
      return MAPPER.readValue(json, ITEMS);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("an intent cannot be read", broken);
    }
  }

  static @Nullable Said said(@Nullable String json) {
    try {
      return json == null ? null : MAPPER.readValue(json, Said.class);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("a decision cannot be read", broken);
    }
  }
}
