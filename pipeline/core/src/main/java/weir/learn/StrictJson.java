package weir.learn;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes what is expected out of JSON, in its fixed order, and nothing else. */
final class StrictJson {
  /** Whole numbers beyond this are not the same in every reader of JSON. */
  static final long MOST_NUMBER = 1L << 53;

  private final JsonParser json;

  /** The token that comes next; null at the end. */
  private @Nullable JsonToken next;

  StrictJson(JsonParser json) throws IOException {
    this.json = json;
    this.next = json.nextToken();
  }

  private void advance() throws IOException {
    next = json.nextToken();
  }

  private void take(JsonToken token, String expected) throws IOException, FaultyModelException {
    if (next != token) {
      throw fault("expected " + expected);
    }
    advance();
  }

  /**
   * A fault at the value or field that is looked at, such as "trees[3].mean: expected a number".
   */
  FaultyModelException fault(String sentence) {
    String place = json.getParsingContext().pathAsPointer().toString();
    return new FaultyModelException((place.isEmpty() ? "" : place + ": ") + sentence);
  }

  void begin() throws IOException, FaultyModelException {
    take(JsonToken.START_OBJECT, "a JSON object");
  }

  void end() throws IOException, FaultyModelException {
    take(JsonToken.END_OBJECT, "no further field");
  }

  void endOfAll() throws FaultyModelException {
    if (next != null) {
      throw new FaultyModelException("something follows the JSON object");
    }
  }

  boolean hasField() {
    return next == JsonToken.FIELD_NAME;
  }

  /** Whether a field of this name comes next. */
  boolean isAt(String field) throws IOException {
    return hasField() && json.currentName().equals(field);
  }

  void field(String name) throws IOException, FaultyModelException {
    if (!isAt(name)) {
      throw fault("expected the field " + name);
    }
    advance();
  }

  /** The name of the field that comes next, whatever it is. */
  String anyField() throws IOException, FaultyModelException {
    String name = json.currentName();
    take(JsonToken.FIELD_NAME, "a field");
    return name;
  }

  void beginArray() throws IOException, FaultyModelException {
    take(JsonToken.START_ARRAY, "an array");
  }

  /** Whether the array goes on; its end is taken. */
  boolean hasElement() throws IOException, FaultyModelException {
    if (next == JsonToken.END_ARRAY) {
      advance();
      return false;
    }
    if (next == null) {
      throw fault("the array has no end");
    }
    return true;
  }

  long number(long least, long most) throws IOException, FaultyModelException {
    if (next != JsonToken.VALUE_NUMBER_INT) {
      throw fault("expected a whole number");
    }
    long value = json.getLongValue();
    if (value < least || value > most) {
      throw fault("found " + value + ", expected " + least + " to " + most);
    }
    advance();
    return value;
  }

  /** A text that is not blank, without what a database or another reader would lose. */
  String text(int mostCharacters) throws IOException, FaultyModelException {
    if (next != JsonToken.VALUE_STRING) {
      throw fault("expected a text");
    }
    String text = json.getText();
    if (text.isBlank() || text.length() > mostCharacters) {
      throw fault("found " + text.length() + " characters, expected 1 to " + mostCharacters);
    }
    if (!isStorable(text)) {
      throw fault("contains a NUL or half a character");
    }
    advance();
    return text;
  }

  static boolean isStorable(String text) {
    return text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  long[] numbers(long least, long most, int mostElements) throws IOException, FaultyModelException {
    beginArray();
    long[] values = new long[16];
    int size = 0;
    while (hasElement()) {
      if (size == mostElements) {
        throw fault("expected at most " + mostElements + " numbers");
      }
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = number(least, most);
    }
    return Arrays.copyOf(values, size);
  }

  int[] ints(int least, int most, int mostElements) throws IOException, FaultyModelException {
    return Arrays.stream(numbers(least, most, mostElements)).mapToInt(Math::toIntExact).toArray();
  }
}
