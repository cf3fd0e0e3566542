package weir.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import weir.model.MalformedTransactionException;

/**
 * The values of one record that stand at places which are looked at, as they stand there. A record
 * is read once from its beginning to its end, and no deeper than the places lie.
 */
final class RecordValues {
  private final JsonParser json;

  /** A text or a truth each. */
  private final @Nullable Object[] values;

  /** By the number of a place. */
  private final boolean[] found;

  RecordValues(JsonParser json, int slots, int places) {
    this.json = json;
    this.values = new @Nullable Object[slots];
    this.found = new boolean[places];
  }

  /** A text, or a number as it is written; absent if there is none. */
  @Nullable String text(int slot) {
    return (String) values[slot];
  }

  @Nullable Boolean truth(int slot) {
    return (Boolean) values[slot];
  }

  /** Reads an object to its end; it has begun. */
  void read(Place places) throws IOException, MalformedTransactionException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      take(places.field(name), json.nextToken());
    }
  }

  private void readArray(Place places) throws IOException, MalformedTransactionException {
    int index = 0;
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      take(places.item(index++), token);
    }
  }

  private void take(@Nullable Place place, JsonToken token)
      throws IOException, MalformedTransactionException {
    if (place == null) {
      json.skipChildren();
      return;
    }
    if (found[place.number]) {
      throw new MalformedTransactionException(place.label + " is given twice");
    }
    found[place.number] = true;
    switch (place.content) {
      case PLACES -> enter(place, token);
      case KNOWN -> values[place.slot] = known(place, token);
      case TEXT ->
          values[place.slot] =
              token == JsonToken.VALUE_STRING ? json.getText() : absent(place, token, "text");
      case NUMBER ->
          values[place.slot] =
              token.isNumeric() ? json.getText() : absent(place, token, "a number");
      case BOOL ->
          values[place.slot] =
              token.isBoolean()
                  ? (Object) json.getBooleanValue()
                  : absent(place, token, "true or false");
    }
  }

  /** In anything but an object or an array no place lies. */
  private void enter(Place place, JsonToken token)
      throws IOException, MalformedTransactionException {
    if (token == JsonToken.START_OBJECT) {
      read(place);
    } else if (token == JsonToken.START_ARRAY) {
      readArray(place);
    }
  }

  private @Nullable String known(Place place, JsonToken token)
      throws IOException, MalformedTransactionException {
    return switch (token) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getText();
      case VALUE_NULL -> null;
      default ->
          throw new MalformedTransactionException(place.label + " is neither text nor a number");
    };
  }

  private static @Nullable Object absent(Place place, JsonToken token, String expected)
      throws MalformedTransactionException {
    if (token != JsonToken.VALUE_NULL) {
      throw new MalformedTransactionException(place.label + " is not " + expected);
    }
    return null;
  }
}
