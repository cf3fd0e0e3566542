package weir.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a record of a control topic. */
class NoticeJsonTest {
  private static final String HEAD = "\"author\":\"ann\",\"comment\":\"why\"";

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertReadsWhatItWrites(Notice notice) throws IllegalNoticeException {
    assertThat(NoticeJson.parse(NoticeJson.write(notice))).isEqualTo(notice);
  }

  @Test
  void readsWhatItWrites() throws IllegalNoticeException {
    assertReadsWhatItWrites(new Notice.Book("ann", "", null, "rules: []\n"));
    assertReadsWhatItWrites(new Notice.Book("Änne \u0001", "why \"so\"", 0L, ""));
    assertReadsWhatItWrites(new Notice.Book("", "", 253_402_300_799_999L, "é😀\n"));
    assertReadsWhatItWrites(new Notice.Cancel("ann", "no", 7));
    assertReadsWhatItWrites(change(7L, /* clear= */ true, List.of(), List.of()));
    Member full = new Member("Shop 7 é", new BigDecimal("-0.250"), "seen \"twice\"", 9L);
    assertReadsWhatItWrites(
        change(null, /* clear= */ false, List.of(full, Member.of("x")), List.of("y")));
  }

  private static Notice change(
      @Nullable Long from, boolean clear, List<Member> add, List<String> remove) {
    return new Notice.ListChange("a", "b", from, "risky", clear, add, remove);
  }

  @Test
  void theFieldsOfAListHaveOneOrder() {
    Member full = new Member("shop", new BigDecimal("0.25"), "why", 1L);
    assertThat(
            new String(
                NoticeJson.write(
                    change(1L, /* clear= */ true, List.of(full, Member.of("x")), List.of("y"))),
                StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"notice\":\"list\",\"author\":\"a\",\"comment\":\"b\","
                + "\"from\":\"1970-01-01T00:00:00.001Z\",\"list\":\"risky\",\"clear\":true,"
                + "\"add\":[{\"id\":\"shop\",\"value\":0.25,\"note\":\"why\","
                + "\"until\":\"1970-01-01T00:00:00.001Z\"},{\"id\":\"x\"}],\"remove\":[\"y\"]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          "add":[{"id":"x"}] | list: is missing
          "list":7 | list: expected a text
          "list":"Risky","clear":true | list: found 'Risky', expected up to 64 lower-case letters
          "list":"r" | the notice changes nothing in the list 'r'
          "list":"r","add":[],"remove":[] | the notice changes nothing in the list 'r'
          "list":"r","clear":false | clear: expected true
          "list":"r","add":{"id":"x"} | add: expected an array of members
          "list":"r","add":["x"] | add: expected members such as
          "list":"r","add":[{"value":1}] | id: is missing
          "list":"r","add":[{"id":7}] | id: expected a text
          "list":"r","add":[{"id":" "}] | found a member of 1 characters, expected 1 to 321
          "list":"r","add":[{"id":"x","value":"1"}] | value: expected a number
          "list":"r","add":[{"id":"x","value":1e9}] | value: found '1e9', expected a number of at most 15 digits
          "list":"r","add":[{"id":"x","value":1234567890123456}] | value: found '1234567890123456'
          "list":"r","add":[{"id":"x","value":0.0000001}] | value: found '0.0000001'
          "list":"r","add":[{"id":"x","until":"soon"}] | until: found 'soon', expected a time such as
          "list":"r","add":[{"id":"x","id":"y"}] | id: is there twice in one member
          "list":"r","add":[{"id":"x","color":"red"}] | unknown field 'color'
          "list":"r","add":[{"id":"x","note":{}}] | note: expected a text
          "list":"r","add":[{"id":"x"},{"id":"x"}] | the member 'x' is there twice
          "list":"r","add":[{"id":"x"}],"remove":["x"] | the member 'x' is there twice
          "list":"r","remove":[1] | remove: expected a text
          "list":"r","remove":"x" | remove: expected an array of ids
          "list":"r","remove":["x"],"number":1 | unknown field 'number'
          "list":"snoozed","add":[{"id":"user-7"}] | found 'user-7', expected a rule, a slash and a user
          "list":"snoozed","remove":["Velocity/u"] | found 'Velocity/u', expected a rule, a slash and a user
          """)
  void aChangeOfAListMustMakeSense(String fields, String expected) {
    assertRefused(bytes("{\"notice\":\"list\"," + HEAD + "," + fields + "}"), expected);
  }

  @Test
  void aBookHasNoMembers() {
    String book = "{\"notice\":\"book\"," + HEAD + ",\"book\":\"\",";
    assertRefused(bytes(book + "\"add\":[]}"), "unknown field 'add'");
    assertRefused(bytes(book + "\"clear\":true}"), "unknown field 'clear'");
    assertRefused(bytes(book + "\"list\":\"risky\"}"), "unknown field 'list'");
  }

  @Test
  void theFieldsHaveOneOrder() {
    assertThat(
            new String(
                NoticeJson.write(new Notice.Book("a", "b", 1L, "c")), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"notice\":\"book\",\"author\":\"a\",\"comment\":\"b\","
                + "\"from\":\"1970-01-01T00:00:00.001Z\",\"book\":\"c\"}");
    assertThat(new String(NoticeJson.write(new Notice.Cancel("a", "b", 2)), StandardCharsets.UTF_8))
        .isEqualTo("{\"notice\":\"cancel\",\"author\":\"a\",\"comment\":\"b\",\"number\":2}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-12-24T18:00:00Z", "2026-12-24T19:00:00+01:00", "2026-12-24T18:00:00.000Z"})
  void aTimeMayBeWrittenInAnyZone(String from) throws IllegalNoticeException {
    Notice notice =
        NoticeJson.parse(
            bytes("{\"notice\":\"book\"," + HEAD + ",\"from\":\"" + from + "\",\"book\":\"\"}"));
    assertThat(notice).isEqualTo(new Notice.Book("ann", "why", 1_798_135_200_000L, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          [] | the record is not a JSON object
          "book" | the record is not a JSON object
          ## | the record is not a JSON object
          {"notice":"book" | not JSON
          {notice} | not JSON
          {"notice":"book"} {} | something follows the JSON object
          {"author":"a","comment":"c"} | notice: is missing
          {"notice":"book","comment":"c","book":""} | author: is missing
          {"notice":"book","author":"a","book":""} | comment: is missing
          {"notice":"book","author":"a","comment":"c"} | book: is missing
          {"notice":"book","author":"a","comment":null,"book":""} | comment: expected a text
          {"notice":"book","author":"a","comment":{},"book":""} | comment: expected a text
          {"notice":"book","author":["a"],"comment":"","book":""} | author: expected a text
          {"notice":"book","author":"a","author":"b","comment":"","book":""} | author: is there twice
          {"notice":"book","author":"a","comment":"","book":"","number":1} | unknown field 'number'
          {"notice":"lost","author":"a","comment":""} | notice: found 'lost', expected book, list, model or cancel
          {"notice":"cancel","author":"a","comment":""} | number: is missing
          {"notice":"cancel","author":"a","comment":"","number":1.5} | number: found '1.5', expected the number of a book
          {"notice":"cancel","author":"a","comment":"","number":1e99} | number: found '1e99', expected the number of a book
          {"notice":"cancel","author":"a","comment":"","number":"two"} | number: expected the number of a book
          {"notice":"cancel","author":"a","comment":"","number":true} | number: expected the number of a book
          {"notice":"book","author":true,"comment":"","book":""} | author: expected a text
          {"notice":"book","author":"a","comment":"","book":7} | book: expected a text
          {"notice":"cancel","author":"a","comment":"","number":null} | number: expected the number of a book
          {"notice":"cancel","author":"a","comment":"","number":1,"from":"2026-12-24T18:00:00Z"} | unknown field 'from'
          {"notice":"book","author":"a","comment":"","book":"","from":"soon"} | from: found 'soon', expected a time
          {"notice":"book","author":"a","comment":"","book":"","from":"2026-12-24"} | from: found '2026-12-24', expected a time
          {"notice":"book","author":"a","comment":"","book":"","from":"2026-02-30T00:00:00Z"} | from: found
          {"notice":"book","author":"a","comment":"","book":"","from":"1969-12-31T23:59:59Z"} | from: found
          {"notice":"book","author":"a","comment":"","book":"","from":"+99999-01-01T00:00:00Z"} | from: found
          {"notice":"book","author":"a","comment":"","book":"","from":1798135200000} | from: expected a text
          """)
  void whatIsNoNoticeIsSaidToBeNone(String json, String expected) {
    assertThatThrownBy(() -> NoticeJson.parse(bytes(json == null ? "" : json)))
        .isInstanceOf(IllegalNoticeException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void nothingIsTooLongToBeRefused() {
    assertRefused(new byte[900_001], "the notice has 900001 bytes, expected at most 900000");
    assertRefused(bytes("[".repeat(5000)), "not a JSON object");
    assertRefused(bytes("{\"a\":" + "[".repeat(5000)), "expected a text");
    assertRefused(bytes("{\"a\":" + "9".repeat(5000) + "}"), "not JSON");
    String author = "{\"notice\":\"cancel\",\"author\":\"" + "x".repeat(1001);
    assertRefused(
        bytes(author + "\",\"comment\":\"\",\"number\":1}"),
        "author: has 1001 characters, expected at most 1000");
  }

  /** It could not be stored, and a dead letter could not be written of it. */
  @Test
  void halfACharacterIsNone() {
    for (String wrong : new String[] {"\\ud83d", "\\udc00x", "\\u0000"}) {
      String json = "{\"notice\":\"book\",\"author\":\"%s\",\"comment\":\"\",\"book\":\"%s\"}";
      assertRefused(bytes(String.format(json, wrong, "")), "author: contains a NUL or half");
      assertRefused(bytes(String.format(json, "", wrong)), "book: contains a NUL or half");
      assertRefused(bytes("{\"" + wrong + "\":1}"), "expected a text");
    }
    assertThat(new IllegalNoticeException("\ud83d" + ": expected").excerpt())
        .isEqualTo("?: expected");
    String halved = new IllegalNoticeException("-" + "\ud83d\ude00".repeat(300)).excerpt();
    assertThat(halved).hasSize(IllegalNoticeException.MOST_EXCERPT).doesNotContain("?");
    halved = new IllegalNoticeException("\ud83d\ude00".repeat(300)).excerpt();
    assertThat(halved).hasSize(IllegalNoticeException.MOST_EXCERPT).endsWith("?...");
  }

  /** A dead letter must not grow by what its sender wrote. */
  @Test
  void whatIsSaidOfItIsShort() {
    String filling = "x".repeat(40_000);
    for (String field :
        new String[] {"author", "comment", "notice", "from", "book", "number", filling}) {
      for (String value : new String[] {"\"" + filling + filling + "\"", "[1]"}) {
        String good = "{\"notice\":\"book\"," + HEAD + ",\"book\":\"\"}";
        String name = "\"" + field + "\":";
        assertShort(good.replace(name, name + value + ",\"was\":"));
        assertShort("{" + name + value + "," + name + value + "}");
        assertShort("{\"notice\":\"cancel\"," + HEAD + "," + name + value + "}");
        assertShort("{\"notice\":\"book\"," + HEAD + ",\"book\":\"\"," + name + value + "}");
      }
    }
    assertShort("{" + filling);
    assertShort(filling);
  }

  private static void assertShort(String json) {
    try {
      NoticeJson.parse(bytes(json));
    } catch (IllegalNoticeException wrong) {
      assertThat(wrong.excerpt()).hasSizeLessThanOrEqualTo(IllegalNoticeException.MOST_EXCERPT);
    }
  }

  private static void assertRefused(byte[] record, String expected) {
    assertThatThrownBy(() -> NoticeJson.parse(record))
        .isInstanceOf(IllegalNoticeException.class)
        .hasMessageContaining(expected);
  }
}
