package weir.oracle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.fields.Pointer;
import weir.model.MalformedTransactionException;

/**
 * A whole JSON text in memory, numbers as they are written.
 *
 * @param token what it is
 * @param text of a text or a number
 * @param fields of an object, with each value that a name was given
 * @param items of an array
 */
record NaiveTree(
    JsonToken token, String text, Map<String, List<NaiveTree>> fields, List<NaiveTree> items) {
  private static final JsonFactory JSON = new JsonFactory();

  static NaiveTree read(byte[] record) throws MalformedTransactionException {
    try (JsonParser json = JSON.createParser(record)) {
      JsonToken first = json.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw new MalformedTransactionException("no object");
      }
      NaiveTree tree = read(json, first);
      if (json.nextToken() != null) {
        throw new MalformedTransactionException("more than an object");
      }
      return tree;
    } catch (IOException broken) {
      throw new MalformedTransactionException("no JSON");
    }
  }

  private static NaiveTree read(JsonParser json, JsonToken token) throws IOException {
    Map<String, List<NaiveTree>> fields = new HashMap<>();
    List<NaiveTree> items = new ArrayList<>();
    if (token == JsonToken.START_OBJECT) {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(read(json, json.nextToken()));
      }
    } else if (token == JsonToken.START_ARRAY) {
      for (JsonToken next = json.nextToken();
          next != JsonToken.END_ARRAY;
          next = json.nextToken()) {
        items.add(read(json, next));
      }
    }
    return new NaiveTree(token, token.isScalarValue() ? json.getText() : "", fields, items);
  }

  /** What stands at a place, or nothing. */
  @Nullable NaiveTree at(Pointer place) throws MalformedTransactionException {
    NaiveTree tree = this;
    for (String step : place.steps()) {
      NaiveTree next = null;
      List<NaiveTree> named = tree.fields.getOrDefault(step, List.of());
      if (named.size() > 1) {
        throw new MalformedTransactionException(step + " twice");
      }
      if (!named.isEmpty()) {
        next = named.get(0);
      }
      for (int i = 0; i < tree.items.size(); i++) {
        next = step.equals("" + i) ? tree.items.get(i) : next;
      }
      if (next == null || next.token == JsonToken.VALUE_NULL) {
        return null;
      }
      tree = next;
    }
    return tree;
  }
}
