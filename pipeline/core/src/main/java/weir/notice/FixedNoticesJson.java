package weir.notice;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.model.Json;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/**
 * The JSON form of fixed notices. Keys and values are in Base64, since any bytes can stand on a
 * topic.
 */
record FixedNoticesJson(List<LogRecord> notices, FixedNotices.@Nullable Tried tried) {
  private static final String NOTICES = "notices";
  private static final String PARTITION = "partition";
  private static final String OFFSET = "offset";
  private static final String LOG_TIME = "logTime";
  private static final String KEY = "key";
  private static final String VALUE = "value";
  private static final String NAME = "name";
  private static final String BOOK = "book";

  static byte[] write(List<LogRecord> notices, FixedNotices.@Nullable Tried tried) {
    return Json.object(
        json -> {
          json.writeArrayFieldStart(NOTICES);
          for (LogRecord each : notices) {
            write(json, each);
          }
          json.writeEndArray();
          if (tried != null) {
            json.writeStringField(NAME, tried.name());
            json.writeStringField(BOOK, tried.text());
          }
        });
  }

  private static void write(JsonGenerator json, LogRecord record) throws IOException {
    json.writeStartObject();
    json.writeNumberField(PARTITION, record.position().partition());
    json.writeNumberField(OFFSET, record.position().offset());
    json.writeNumberField(LOG_TIME, record.position().time());
    Payload key = record.key();
    Payload value = record.value();
    Json.optional(json, KEY, key == null ? null : key.base64());
    Json.optional(json, VALUE, value == null ? null : value.base64());
    json.writeEndObject();
  }

  static FixedNoticesJson read(byte[] bytes) {
    try (JsonParser json = Json.FACTORY.createParser(bytes)) {
      expect(json.nextToken(), JsonToken.START_OBJECT);
      FixedNoticesJson read = read(json);
      if (json.nextToken() != null) {
        throw new MisuseException("something follows the JSON object");
      }
      return read;
    } catch (IOException broken) {
      throw new MisuseException("is not what was written down of a control topic: " + broken);
    }
  }

  private static FixedNoticesJson read(JsonParser json) throws IOException {
    List<LogRecord> notices = null;
    String name = null;
    String book = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      JsonToken first = json.nextToken();
      switch (field) {
        case NOTICES -> {
          expect(first, JsonToken.START_ARRAY);
          notices = records(json);
        }
        case NAME -> name = text(json, first);
        case BOOK -> book = text(json, first);
        default -> throw new MisuseException("unknown field '" + field + "'");
      }
    }
    if (notices == null) {
      throw new MisuseException("the field '" + NOTICES + "' is missing");
    }
    if ((name == null) != (book == null)) {
      throw new MisuseException("expected both of '" + NAME + "' and '" + BOOK + "', or none");
    }
    return new FixedNoticesJson(
        notices, name == null || book == null ? null : new FixedNotices.Tried(name, book));
  }

  private static List<LogRecord> records(JsonParser json) throws IOException {
    List<LogRecord> records = new ArrayList<>();
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      expect(next, JsonToken.START_OBJECT);
      records.add(record(json));
    }
    return records;
  }

  private static LogRecord record(JsonParser json) throws IOException {
    int partition = 0;
    long offset = 0;
    long logTime = 0;
    Payload key = null;
    Payload value = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      JsonToken its = json.nextToken();
      switch (field) {
        case PARTITION -> {
          expect(its, JsonToken.VALUE_NUMBER_INT);
          partition = json.getIntValue();
        }
        case OFFSET -> offset = number(json, its);
        case LOG_TIME -> logTime = number(json, its);
        case KEY -> key = payload(json, its);
        case VALUE -> value = payload(json, its);
        default -> throw new MisuseException("unknown field '" + field + "' of a notice");
      }
    }
    return new LogRecord(new LogPosition(partition, offset, logTime), key, value);
  }

  private static long number(JsonParser json, JsonToken its) throws IOException {
    expect(its, JsonToken.VALUE_NUMBER_INT);
    return json.getLongValue();
  }

  private static Payload payload(JsonParser json, JsonToken its) throws IOException {
    expect(its, JsonToken.VALUE_STRING);
    return new Payload(json.getBinaryValue());
  }

  private static String text(JsonParser json, JsonToken its) throws IOException {
    expect(its, JsonToken.VALUE_STRING);
    return json.getText();
  }

  private static void expect(@Nullable JsonToken found, JsonToken expected) {
    if (found != expected) {
      throw new MisuseException(
          "is not what was written down of a control topic: expected "
              + expected
              + ", found "
              + found);
    }
  }
}
