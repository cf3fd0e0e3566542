package weir.form;

import static weir.form.TransactionFields.*;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.model.Json;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;

/**
 * The flat JSON form of a transaction. Unknown fields are ignored; a required field that is
 * missing, a field that is given twice or one that is out of its range makes the record malformed.
 */
public final class TransactionJson {

  private static final Map<String, Field> BY_NAME =
      TransactionFields.all().stream().collect(Collectors.toMap(Field::json, Function.identity()));

  private TransactionJson() {}

  /** Reads one record, or says in one sentence what is wrong with it. */
  public static Transaction parse(byte[] record) throws MalformedTransactionException {
    try (JsonParser json = Json.FACTORY.createParser(record)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedTransactionException("the record is not a JSON object");
      }
      IdentityHashMap<Field, @Nullable String> values = values(json);
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

  /** The values of the fields that Weir knows, as they stand in the record. */
  private static IdentityHashMap<Field, @Nullable String> values(JsonParser json)
      throws IOException, MalformedTransactionException {
    IdentityHashMap<Field, @Nullable String> values = new IdentityHashMap<>(BY_NAME.size());
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      Field field = BY_NAME.get(name);
      if (field == null) {
        json.skipChildren();
        continue;
      }
      if (values.containsKey(field)) {
        throw new MalformedTransactionException(name + " is given twice");
      }
      switch (token) {
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            values.put(field, json.getText());
        case VALUE_NULL -> values.put(field, null);
        default -> throw new MalformedTransactionException(name + " is neither text nor a number");
      }
    }
    return values;
  }

  private static Transaction transaction(IdentityHashMap<Field, @Nullable String> values)
      throws MalformedTransactionException {
    String currency = TransactionRanges.currency(values.get(CURRENCY));
    Double latitude = TransactionRanges.degrees(LATITUDE.json(), values.get(LATITUDE), 90);
    Double longitude = TransactionRanges.degrees(LONGITUDE.json(), values.get(LONGITUDE), 180);
    if ((latitude == null) != (longitude == null)) {
      throw new MalformedTransactionException("latitude and longitude go together");
    }
    return new Transaction(
        TransactionRanges.id(ID.json(), values.get(ID)),
        TransactionRanges.id(USER.json(), values.get(USER)),
        TransactionRanges.amountMinor(values.get(AMOUNT), currency),
        currency,
        TransactionRanges.time(values.get(TIMESTAMP)),
        text(MERCHANT, values),
        text(CATEGORY, values),
        text(METHOD, values),
        text(CITY, values),
        text(COUNTRY, values),
        latitude,
        longitude,
        text(DEVICE, values));
  }

  private static @Nullable String text(Field field, IdentityHashMap<Field, @Nullable String> values)
      throws MalformedTransactionException {
    return TransactionRanges.text(field.json(), values.get(field));
  }

  /** Writes a record that {@link #parse} reads back to an equal transaction. */
  public static byte[] write(Transaction tx) {
    return Json.object(
        json ->
            TransactionFields.write(tx, new JsonFields.Writer(json, /* timesAsNumbers= */ true)));
  }
}
