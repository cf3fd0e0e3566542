package weir.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.failure.MisuseException;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/** What was written down of a control topic judges as the topic does. */
class FixedNoticesTest {
  private static final long START = 1_000_000;

  private static final String FIRST =
      """
      allowedLateness: 3 s
      allowedClockSkew: 1 s
      horizon: 1 min
      lead: 10 s
      rules:
        - {id: dear, version: 1, kind: amount-over, severity: low, limit: 100}
      """;

  private static final String SECOND =
      """
      rules:
        - {id: dear, version: 2, kind: amount-over, severity: low, limit: 200}
      """;

  /** A version that means something else than when it was announced. */
  private static final String TRIED =
      """
      rules:
        - {id: dear, version: 2, kind: amount-over, severity: low, limit: 7}
      """;

  private static final List<LogRecord> NOTICES =
      List.of(
          record(0, book(FIRST)),
          new LogRecord(new LogPosition(0, 1, START + 1), new Payload(new byte[] {-1}), null),
          record(2, new byte[] {-1, 0, 7}),
          record(3, book(SECOND)),
          record(
              4,
              NoticeJson.write(
                  new Notice.ListChange(
                      "ann",
                      "",
                      null,
                      "vip",
                      false,
                      List.of(new Member("shop-7", null, "", null)),
                      List.of()))));

  private static LogRecord record(long offset, byte[] value) {
    return new LogRecord(new LogPosition(0, offset, START + offset), null, new Payload(value));
  }

  private static byte[] book(String text) {
    return NoticeJson.write(new Notice.Book("ann", "", null, text));
  }

  private static FixedNotices onAWorker(FixedNotices notices) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(notices);
      return (FixedNotices)
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    } catch (IOException | ClassNotFoundException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void booksAreInForceAsOnTheTopic() throws IllegalNoticeException {
    Books expected = Books.none();
    for (int each : new int[] {0, 3, 4}) {
      expected = expected.with(NOTICES.get(each));
    }
    FixedNotices read = onAWorker(FixedNotices.read(FixedNotices.inForce(NOTICES).write()));
    Books books = read.knownAt(Long.MIN_VALUE);
    assertThat(books.all()).hasSize(2).hasToString(expected.all().toString());
    assertThat(books.inForceAt(START).number()).isEqualTo(1);
    assertThat(books.inForceAt(START + 10_003).number()).isEqualTo(2);
    assertThat(books.lists().members("vip", START)).isEmpty();
    assertThat(books.lists().members("vip", START + 10_004)).hasSize(1);
  }

  @Test
  void aBookIsTriedInPlaceOfAllBesideTheLists() {
    FixedNotices.Tried tried = new FixedNotices.Tried("tried.yaml", TRIED);
    FixedNotices read = onAWorker(FixedNotices.read(FixedNotices.always(tried, NOTICES).write()));
    Books books = read.knownAt(Long.MIN_VALUE);
    assertThat(books.all()).hasSize(1);
    assertThat(books.inForceAt(START + 20_000).book().keyedRules())
        .extracting(Object::toString)
        .allMatch(rule -> rule.contains("7"));
    assertThat(books.charter().allowedLatenessMillis()).isEqualTo(3_000);
    assertThat(books.lists().members("vip", START + 10_004)).hasSize(1);
  }

  @Test
  void aJvmMakesTheBooksOnce() {
    FixedNotices notices = FixedNotices.inForce(NOTICES);
    assertThat(onAWorker(notices).knownAt(0)).isSameAs(onAWorker(notices).knownAt(1));
  }

  @Test
  void withoutNoticesThereIsNoBook() {
    assertThat(FixedNotices.inForce(List.of()).knownAt(0).isEmpty()).isTrue();
  }

  @Test
  void somethingElseIsRefused() {
    assertRefused("[]", "expected START_OBJECT");
    assertRefused("{}", "the field 'notices' is missing");
    assertRefused("{\"notices\":[],\"book\":\"\"}", "expected both of 'name' and 'book', or none");
    assertRefused("{\"notices\":[{\"time\":1}]}", "unknown field 'time' of a notice");
    assertRefused("{\"notices\":[]} {}", "something follows");
    assertRefused("{\"notices\":[", "is not what was written down of a control topic");
    assertRefused("{\"notices\":[{\"value\":\"***\"}]}", "is not what was written down");
  }

  private static void assertRefused(String json, String expected) {
    assertThatThrownBy(() -> FixedNotices.read(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining(expected);
  }
}
