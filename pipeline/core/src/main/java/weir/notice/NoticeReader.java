package weir.notice;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import weir.filter.ListName;
import weir.form.TransactionRanges;
import weir.model.Json;
import weir.rules.RuleHeader;
import weir.rules.Snoozes;

/** Reads a notice out of JSON. */
final class NoticeReader {
  private static final int MOST_TEXT = 1000;

  /** As long as a pair of a rule and a user can be. */
  private static final int MOST_ID = RuleHeader.MAX_ID + 1 + TransactionRanges.MAX_ID;

  private final JsonParser json;

  /** The plain ones of the notice. */
  private final NoticeFields fields = new NoticeFields();

  private final Set<String> names = new HashSet<>();
  private final List<Member> add = new ArrayList<>();
  private final List<String> remove = new ArrayList<>();
  private boolean clear;

  private NoticeReader(JsonParser json) {
    this.json = json;
  }

  static Notice read(byte[] record) throws IllegalNoticeException {
    try (JsonParser json = Json.FACTORY.createParser(new String(record, StandardCharsets.UTF_8))) {
      NoticeReader reader = new NoticeReader(json);
      reader.readFields();
      return reader.notice();
    } catch (JsonProcessingException broken) {
      throw new IllegalNoticeException("not JSON: " + broken.getOriginalMessage());
    } catch (IOException impossible) {
      throw new IllegalNoticeException("cannot be read: " + impossible.getMessage());
    }
  }

  private void readFields() throws IOException, IllegalNoticeException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalNoticeException("the record is not a JSON object");
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case NoticeJson.ADD -> readArray(name, value, "members", this::readMember);
        case NoticeJson.REMOVE ->
            readArray(name, value, "ids", each -> remove.add(plain(name, each, "a text")));
        case NoticeJson.CLEAR -> {
          expect(name, value == JsonToken.VALUE_TRUE, "true");
          clear = true;
        }
        case NoticeJson.NUMBER -> {
          expect(name, value.isNumeric(), "the number of a book");
          fields.put(name, json.getText());
        }
        default -> fields.put(name, plain(name, value, "a text"));
      }
      if (!names.add(name)) {
        throw new IllegalNoticeException(name + ": is there twice");
      }
    }
    if (json.nextToken() != null) {
      throw new IllegalNoticeException("something follows the JSON object");
    }
  }

  /** Reads one element, which begins with this token. */
  private interface Element {
    void read(JsonToken first) throws IOException, IllegalNoticeException;
  }

  private void readArray(String name, JsonToken first, String what, Element element)
      throws IOException, IllegalNoticeException {
    expect(name, first == JsonToken.START_ARRAY, "an array of " + what);
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      element.read(next);
    }
  }

  private void readMember(JsonToken first) throws IOException, IllegalNoticeException {
    expect(NoticeJson.ADD, first == JsonToken.START_OBJECT, "members such as {\"id\":\"shop-7\"}");
    NoticeFields member = new NoticeFields();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      boolean number = name.equals(NoticeJson.VALUE);
      expect(name, !number || value.isNumeric(), "a number");
      String text = number ? json.getText() : plain(name, value, "a text");
      if (!member.put(name, text)) {
        throw new IllegalNoticeException(name + ": is there twice in one member");
      }
    }
    add.add(
        new Member(
            member.take(NoticeJson.ID, MOST_ID),
            member.value(NoticeJson.VALUE),
            member.has(NoticeJson.NOTE) ? member.take(NoticeJson.NOTE, MOST_TEXT) : "",
            member.time(NoticeJson.UNTIL)));
    checkNothingElse(member.left());
  }

  private Notice notice() throws IllegalNoticeException {
    String author = fields.take(NoticeJson.AUTHOR, MOST_TEXT);
    String comment = fields.take(NoticeJson.COMMENT, MOST_TEXT);
    String kind = fields.take(NoticeJson.NOTICE, MOST_TEXT);
    Notice notice =
        switch (kind) {
          case NoticeJson.BOOK ->
              new Notice.Book(
                  author,
                  comment,
                  fields.time(NoticeJson.FROM),
                  fields.take(NoticeJson.BOOK, Integer.MAX_VALUE));
          case NoticeJson.CANCEL ->
              new Notice.Cancel(author, comment, fields.number(NoticeJson.NUMBER));
          case NoticeJson.LIST -> listChange(author, comment);
          case NoticeJson.MODEL ->
              new Notice.Model(
                  author,
                  comment,
                  fields.take(NoticeJson.NAME, MOST_TEXT),
                  fields.take(NoticeJson.MODEL, Integer.MAX_VALUE));
          default ->
              throw new IllegalNoticeException(
                  NoticeJson.NOTICE
                      + ": found '"
                      + kind
                      + "', expected book, list, model or cancel");
        };
    Set<String> left = new TreeSet<>(fields.left());
    if (!kind.equals(NoticeJson.LIST)) {
      List.of(NoticeJson.ADD, NoticeJson.REMOVE, NoticeJson.CLEAR).stream()
          .filter(names::contains)
          .forEach(left::add);
    }
    checkNothingElse(left);
    return notice;
  }

  private Notice listChange(String author, String comment) throws IllegalNoticeException {
    String list = fields.take(NoticeJson.LIST, MOST_TEXT);
    if (!ListName.isOne(list)) {
      throw new IllegalNoticeException(
          NoticeJson.LIST + ": found '" + list + "', expected " + ListName.FORM);
    }
    Set<String> ids = new HashSet<>();
    for (Member each : add) {
      checkId(list, each.id(), ids);
    }
    for (String each : remove) {
      checkId(list, each, ids);
    }
    if (ids.isEmpty() && !clear) {
      throw new IllegalNoticeException("the notice changes nothing in the list '" + list + "'");
    }
    return new Notice.ListChange(
        author, comment, fields.time(NoticeJson.FROM), list, clear, add, remove);
  }

  private static void checkId(String list, String id, Set<String> ids)
      throws IllegalNoticeException {
    if (id.isBlank() || id.length() > MOST_ID) {
      throw new IllegalNoticeException(
          "found a member of " + id.length() + " characters, expected 1 to " + MOST_ID);
    }
    if (list.equals(Snoozes.LIST) && !Snoozes.isMember(id)) {
      throw new IllegalNoticeException("found '" + id + "', expected " + Snoozes.FORM);
    }
    if (!ids.add(id)) {
      throw new IllegalNoticeException("the member '" + id + "' is there twice");
    }
  }

  private String plain(String name, JsonToken value, String expected)
      throws IOException, IllegalNoticeException {
    expect(name, value == JsonToken.VALUE_STRING, expected);
    String text = json.getText();
    if (!isStorable(text)) {
      throw new IllegalNoticeException(name + ": contains a NUL or half a character");
    }
    return text;
  }

  private static void expect(String name, boolean isSo, String expected)
      throws IllegalNoticeException {
    if (!isSo) {
      throw new IllegalNoticeException(name + ": expected " + expected);
    }
  }

  private static void checkNothingElse(Set<String> names) throws IllegalNoticeException {
    if (!names.isEmpty()) {
      throw new IllegalNoticeException("unknown field '" + new TreeSet<>(names).first() + "'");
    }
  }

  /** Databases take no NUL, and half a character is lost on the way to them. */
  private static boolean isStorable(String text) {
    return text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
