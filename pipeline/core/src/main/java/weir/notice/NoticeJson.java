package weir.notice;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.model.Json;
import weir.model.Times;

/** The JSON form of a notice. */
public final class NoticeJson {
  private static final String NOTICE = "notice";
  private static final String BOOK = "book";
  private static final String CANCEL = "cancel";
  private static final String AUTHOR = "author";
  private static final String COMMENT = "comment";
  private static final String FROM = "from";
  private static final String NUMBER = "number";

  /** More than a rule book of a thousand rules has, and less than Kafka's limit of a record. */
  private static final int MOST_BYTES = 900_000;

  private static final int MOST_TEXT = 1000;

  private NoticeJson() {}

  public static byte[] write(Notice notice) {
    return Json.object(
        json -> {
          json.writeStringField(NOTICE, notice.match(book -> BOOK, cancel -> CANCEL));
          json.writeStringField(AUTHOR, notice.author());
          json.writeStringField(COMMENT, notice.comment());
          @Nullable Long from = notice.match(Notice.Book::from, cancel -> null);
          if (from != null) {
            json.writeStringField(FROM, Json.time(from));
          }
          @Nullable String text = notice.match(Notice.Book::text, cancel -> null);
          if (text != null) {
            json.writeStringField(BOOK, text);
          } else {
            json.writeNumberField(NUMBER, notice.match(book -> 0, Notice.Cancel::number));
          }
        });
  }

  /** Reads a notice, or says in one sentence what is wrong with it. */
  static Notice parse(byte[] record) throws IllegalNoticeException {
    if (record.length > MOST_BYTES) {
      throw new IllegalNoticeException(
          "the notice has " + record.length + " bytes, expected at most " + MOST_BYTES);
    }
    Map<String, String> fields = fields(record);
    String author = take(fields, AUTHOR, MOST_TEXT);
    String comment = take(fields, COMMENT, MOST_TEXT);
    String kind = take(fields, NOTICE, MOST_TEXT);
    Notice notice;
    if (kind.equals(BOOK)) {
      notice =
          new Notice.Book(author, comment, from(fields), take(fields, BOOK, Integer.MAX_VALUE));
    } else if (kind.equals(CANCEL)) {
      notice = new Notice.Cancel(author, comment, number(take(fields, NUMBER, MOST_TEXT)));
    } else {
      throw new IllegalNoticeException(NOTICE + ": found '" + kind + "', expected book or cancel");
    }
    Set<String> unknown = new TreeSet<>(fields.keySet());
    if (!unknown.isEmpty()) {
      throw new IllegalNoticeException("unknown field '" + unknown.iterator().next() + "'");
    }
    return notice;
  }

  private static Map<String, String> fields(byte[] record) throws IllegalNoticeException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = Json.FACTORY.createParser(new String(record, StandardCharsets.UTF_8))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalNoticeException("the record is not a JSON object");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        boolean number = name.equals(NUMBER);
        if (number ? !value.isNumeric() : value != JsonToken.VALUE_STRING) {
          throw new IllegalNoticeException(
              name + ": expected " + (number ? "the number of a book" : "a text"));
        }
        if (!isStorable(json.getText())) {
          throw new IllegalNoticeException(name + ": contains a NUL or half a character");
        }
        if (fields.put(name, json.getText()) != null) {
          throw new IllegalNoticeException(name + ": is there twice");
        }
      }
      if (json.nextToken() != null) {
        throw new IllegalNoticeException("something follows the JSON object");
      }
      return fields;
    } catch (JsonProcessingException broken) {
      throw new IllegalNoticeException("not JSON: " + broken.getOriginalMessage());
    } catch (IOException impossible) {
      throw new IllegalNoticeException("cannot be read: " + impossible.getMessage());
    }
  }

  /** Databases take no NUL, and half a character is lost on the way to them. */
  private static boolean isStorable(String text) {
    return text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static String take(Map<String, String> fields, String name, int mostCharacters)
      throws IllegalNoticeException {
    String value = fields.remove(name);
    if (value == null) {
      throw new IllegalNoticeException(name + ": is missing");
    }
    if (value.length() > mostCharacters) {
      throw new IllegalNoticeException(
          name + ": has " + value.length() + " characters, expected at most " + mostCharacters);
    }
    return value;
  }

  private static @Nullable Long from(Map<String, String> fields) throws IllegalNoticeException {
    String text = fields.remove(FROM);
    if (text == null) {
      return null;
    }
    try {
      long millis =
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from).toEpochMilli();
      if (Times.isUsable(millis)) {
        return millis;
      }
    } catch (DateTimeException | ArithmeticException wrong) {
      // Said below.
    }
    throw new IllegalNoticeException(
        FROM + ": found '" + text + "', expected a time such as 2026-12-24T18:00:00Z");
  }

  private static int number(String text) throws IllegalNoticeException {
    try {
      return new BigDecimal(text).intValueExact();
    } catch (ArithmeticException | NumberFormatException wrong) {
      throw new IllegalNoticeException(
          NUMBER + ": found '" + text + "', expected the number of a book");
    }
  }
}
