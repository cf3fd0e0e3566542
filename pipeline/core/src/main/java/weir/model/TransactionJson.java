package weir.model;

import static weir.model.TransactionJson.Field.*;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The flat JSON form of a transaction. Unknown fields are ignored; a required field that is
 * missing, a field that is given twice or one that is out of its range makes the record malformed.
 */
public final class TransactionJson {

  /** The fields that Weir knows, by their names in the record. */
  enum Field {
    ID("transactionId"),
    USER("userId"),
    AMOUNT("amount"),
    CURRENCY("currency"),
    TIMESTAMP("timestamp"),
    MERCHANT("merchantId"),
    CATEGORY("category"),
    METHOD("paymentMethod"),
    CITY("city"),
    COUNTRY("country"),
    LATITUDE("latitude"),
    LONGITUDE("longitude"),
    DEVICE("deviceId");

    private static final Map<String, Field> BY_NAME = new HashMap<>();

    static {
      for (Field field : values()) {
        BY_NAME.put(field.json, field);
      }
    }

    final String json;

    Field(String json) {
      this.json = json;
    }
  }

  private TransactionJson() {}

  /** Reads one record, or says in one sentence what is wrong with it. */
  public static Transaction parse(byte[] record) throws MalformedTransactionException {
    try (JsonParser json = Json.FACTORY.createParser(record)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedTransactionException("the record is not a JSON object");
      }
      Map<Field, @Nullable String> values = values(json);
      if (json.nextToken() != null) {
        throw new MalformedTransactionException("something follows the JSON object");
      }
      return transaction(values);
    } catch (JsonProcessingException broken) {
      // Jackson names no place where a number is too long or the nesting too deep for it.
      JsonLocation place = broken.getLocation();
      throw new MalformedTransactionException(
          place == null
              ? "not JSON that can be read: too long or too deep"
              : "not JSON: byte " + place.getByteOffset());
    } catch (IOException broken) {
      throw new MalformedTransactionException("not JSON in UTF-8");
    }
  }

  private static Map<Field, @Nullable String> values(JsonParser json)
      throws IOException, MalformedTransactionException {
    Map<Field, @Nullable String> values = new EnumMap<>(Field.class);
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      Field field = Field.BY_NAME.get(name);
      if (field == null) {
        json.skipChildren();
        continue;
      }
      if (values.containsKey(field)) {
        throw new MalformedTransactionException(field.json + " is given twice");
      }
      switch (token) {
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            values.put(field, json.getText());
        case VALUE_NULL -> values.put(field, null);
        default ->
            throw new MalformedTransactionException(field.json + " is neither text nor a number");
      }
    }
    return values;
  }

  private static Transaction transaction(Map<Field, @Nullable String> values)
      throws MalformedTransactionException {
    String currency = TransactionFields.currency(values.get(CURRENCY));
    Double latitude = TransactionFields.degrees(LATITUDE.json, values.get(LATITUDE), 90);
    Double longitude = TransactionFields.degrees(LONGITUDE.json, values.get(LONGITUDE), 180);
    if ((latitude == null) != (longitude == null)) {
      throw new MalformedTransactionException("latitude and longitude go together");
    }
    return new Transaction(
        TransactionFields.id(ID.json, values.get(ID)),
        TransactionFields.id(USER.json, values.get(USER)),
        TransactionFields.amountMinor(values.get(AMOUNT), currency),
        currency,
        TransactionFields.time(values.get(TIMESTAMP)),
        text(MERCHANT, values),
        text(CATEGORY, values),
        text(METHOD, values),
        text(CITY, values),
        text(COUNTRY, values),
        latitude,
        longitude,
        text(DEVICE, values));
  }

  private static @Nullable String text(Field field, Map<Field, @Nullable String> values)
      throws MalformedTransactionException {
    return TransactionFields.text(field.json, values.get(field));
  }

  /** Writes a record that {@link #parse} reads back to an equal transaction. */
  public static byte[] write(Transaction tx) {
    return Json.object(
        json -> {
          json.writeStringField(ID.json, tx.id());
          json.writeStringField(USER.json, tx.userId());
          BigDecimal amount = Money.toMajor(tx.amountMinor(), tx.currency());
          json.writeNumberField(AMOUNT.json, amount);
          json.writeStringField(CURRENCY.json, tx.currency());
          json.writeNumberField(TIMESTAMP.json, tx.time());
          Json.optional(json, MERCHANT.json, tx.merchantId());
          Json.optional(json, CATEGORY.json, tx.category());
          Json.optional(json, METHOD.json, tx.paymentMethod());
          Json.optional(json, CITY.json, tx.city());
          Json.optional(json, COUNTRY.json, tx.country());
          Double latitude = tx.latitude();
          Double longitude = tx.longitude();
          if (latitude != null && longitude != null) {
            json.writeNumberField(LATITUDE.json, latitude);
            json.writeNumberField(LONGITUDE.json, longitude);
          }
          Json.optional(json, DEVICE.json, tx.deviceId());
        });
  }
}
