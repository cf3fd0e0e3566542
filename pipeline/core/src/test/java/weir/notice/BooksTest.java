package weir.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.rules.TotalInWindows;

/** Which book is in force when, record by record of a control topic. */
class BooksTest {
  private static final long LEAD = 10_000;
  private static final long START = 1_000_000;

  private static final String FIRST =
      """
      allowedLateness: 3 s
      allowedClockSkew: 1 s
      horizon: 1 min
      lead: 10 s
      rules:
      """;

  private static final String DEAR =
      "  - {id: dear, version: %d, kind: amount-over, severity: low, limit: %d}\n";

  private static final String SPEND =
      "  - {id: spend, version: 1, kind: total-in-windows, severity: low, limit: 9, window: 20 s,"
          + " every: 10 s}\n";

  /** The first book, with rule 'dear' in version 1. */
  private static Books first() {
    return told(Books.none(), START, null, FIRST + dear(1) + SPEND);
  }

  private static String dear(int version) {
    return String.format(DEAR, version, version * 100);
  }

  /** A later book, which says nothing of the charter. */
  private static String later(int version) {
    return "rules:\n" + dear(version);
  }

  private static Books told(Books books, long at, @Nullable Long from, String text) {
    try {
      return books.with(new Notice.Book("ann", "", from, text), at);
    } catch (IllegalNoticeException wrong) {
      throw new AssertionError(wrong);
    }
  }

  private static Books cancelled(Books books, long at, int number) {
    try {
      return books.with(new Notice.Cancel("bob", "", number), at);
    } catch (IllegalNoticeException wrong) {
      throw new AssertionError(wrong);
    }
  }

  private static void assertRefused(Books books, long at, String text, String expected) {
    assertThatThrownBy(() -> books.with(new Notice.Book("ann", "", null, text), at))
        .isInstanceOf(IllegalNoticeException.class)
        .hasMessageContaining(expected);
  }

  private static void assertNotCancelled(Books books, long at, int number, String expected) {
    assertThatThrownBy(() -> books.with(new Notice.Cancel("bob", "", number), at))
        .isInstanceOf(IllegalNoticeException.class)
        .hasMessageContaining(expected);
  }

  private static int at(Books books, long logTime) {
    return books.inForceAt(logTime).number();
  }

  @Test
  void beforeTheFirstThereIsNone() {
    assertThat(Books.none().isEmpty()).isTrue();
    assertThat(Books.none().charterOrNull()).isNull();
    assertNotCancelled(Books.none(), START, 1, "there is no book 1");
  }

  @Test
  void theFirstIsInForceFromTheBeginningOfTime() {
    assertThat(at(first(), 0)).isEqualTo(1);
    assertThat(at(first(), Long.MIN_VALUE)).isEqualTo(1);
    Books ahead = told(Books.none(), START, START + 99 * LEAD, FIRST + dear(1));
    assertThat(at(ahead, 0)).as("whatever it wants").isEqualTo(1);
  }

  @Test
  void aLaterOneIsInForceAfterTheLead() {
    Books books = told(first(), START, null, later(2));
    assertThat(at(books, START + LEAD - 1)).isEqualTo(1);
    assertThat(at(books, START + LEAD)).isEqualTo(2);
    assertThat(at(books, Long.MAX_VALUE)).isEqualTo(2);
  }

  @Test
  void aWishForThePastIsAWishForAsSoonAsMayBe() {
    Books books = told(first(), START, START + LEAD - 1, later(2));
    assertThat(at(books, START + LEAD - 1)).isEqualTo(1);
    assertThat(at(books, START + LEAD)).isEqualTo(2);
  }

  @Test
  void aWishForTheFutureHolds() {
    Books books = told(first(), START, START + LEAD + 1, later(2));
    assertThat(at(books, START + LEAD)).isEqualTo(1);
    assertThat(at(books, START + LEAD + 1)).isEqualTo(2);
  }

  /** What was announced for the farther future replaces what was announced later for sooner. */
  @Test
  void theOrderIsThatOfTheTimesInForce() {
    Books books = told(first(), START, START + 5 * LEAD, later(2));
    books = told(books, START + 1, null, later(3));
    assertThat(at(books, START + LEAD)).isEqualTo(1);
    assertThat(at(books, START + LEAD + 1)).isEqualTo(3);
    assertThat(at(books, START + 5 * LEAD - 1)).isEqualTo(3);
    assertThat(at(books, START + 5 * LEAD)).isEqualTo(2);
  }

  @Test
  void ofTwoForOneTimeTheLaterRecordHolds() {
    Books books = told(first(), START, START + 5 * LEAD, later(2));
    books = told(books, START + 1, START + 5 * LEAD, later(3));
    assertThat(at(books, START + 5 * LEAD)).isEqualTo(3);
  }

  @Test
  void aCancelledOneNeverComesIntoForce() {
    Books books = told(first(), START, null, later(2));
    books = told(books, START + 1, null, later(3));
    books = cancelled(books, START + 1, 3);
    assertThat(at(books, Long.MAX_VALUE)).isEqualTo(2);
    assertThat(books.all()).extracting(Announced::cancelled).containsExactly(false, false, true);
    assertThat(told(books, START + 2, null, later(4)).all().get(3).number())
        .as("numbers are not used again")
        .isEqualTo(4);
  }

  @Test
  void itIsCancelledInTimeOrNotAtAll() {
    Books books = told(first(), START, START + 5 * LEAD, later(2));
    assertThat(at(cancelled(books, START + 4 * LEAD, 2), Long.MAX_VALUE)).isEqualTo(1);
    assertNotCancelled(books, START + 4 * LEAD + 1, 2, "book 2 is in force, or so soon");
    assertNotCancelled(books, START + 9 * LEAD, 2, "book 2 is in force, or so soon");
  }

  @Test
  void whatIsNotThereOrCancelledAlreadyCannotBeCancelled() {
    Books books = told(first(), START, START + 5 * LEAD, later(2));
    for (int number : new int[] {Integer.MIN_VALUE, -1, 0, 3, Integer.MAX_VALUE}) {
      assertNotCancelled(books, START, number, "there is no book " + number);
    }
    Books without = cancelled(books, START, 2);
    assertNotCancelled(without, START, 2, "book 2 is cancelled already");
    assertNotCancelled(books, START, 1, "book 1 is in force");
  }

  @Test
  void timesThatFallAreAsTheOnesBefore() {
    Books books = told(first(), START + 100, null, later(2));
    books = told(books, START, null, later(3));
    assertThat(at(books, START + LEAD)).isEqualTo(1);
    assertThat(at(books, START + 100 + LEAD)).as("of two at once the later").isEqualTo(3);
    Books cancellable = told(first(), START + 100, START + 100 + 5 * LEAD, later(2));
    Books pushed = told(cancellable, START + 4 * LEAD + 101, null, later(3));
    assertNotCancelled(pushed, START, 2, "or so soon");
  }

  @Test
  void whatIsRefusedMovesNoTime() {
    Books books = first();
    assertRefused(books, START + 99 * LEAD, "rules: 1", "rules");
    assertThat(at(told(books, START, null, later(2)), START + LEAD)).isEqualTo(2);
  }

  @Test
  void aTimeThatIsNoneIsRefused() {
    assertRefused(first(), -1, later(2), "the log time -1 is not between 1970 and 9999");
    assertRefused(first(), Long.MAX_VALUE, later(2), "is not between 1970 and 9999");
  }

  @Test
  void theCharterCannotChange() {
    assertRefused(
        first(), START, "lead: 20 s\n" + later(2), "lead: cannot change from 10 s to 20 s");
    assertRefused(
        first(),
        START,
        "horizon: 2 min\n" + later(2),
        "horizon: cannot change from 1 min to 2 min");
    assertRefused(
        first(),
        START,
        "allowedLateness: 4 s\n" + later(2),
        "allowedLateness: cannot change from 3 s to 4 s");
    assertRefused(
        first(),
        START,
        "allowedClockSkew: 0 s\n" + later(2),
        "allowedClockSkew: cannot change from 1 s");
    assertRefused(
        first(),
        START,
        "fields: {ip: text}\n" + later(2),
        "fields.ip: cannot change from none to text");
    assertRefused(
        first(),
        START,
        "mapping: {userId: /u}\n" + later(2),
        "mapping.userId: cannot change from none to /u");
    assertRefused(
        first(),
        START,
        "keys: {shop: merchantId}\n" + later(2),
        "keys.shop: cannot change from none to merchantId");
  }

  @Test
  void eachBookHasTheCharterOfTheFirst() {
    Books silent = told(first(), START, null, later(2));
    Books saying = told(first(), START, null, FIRST + dear(2));
    for (Books books : new Books[] {silent, saying}) {
      assertThat(books.inForceAt(Long.MAX_VALUE).book().charter()).isEqualTo(first().charter());
    }
  }

  /** Later filters may ask for fields that only the first book declares. */
  @Test
  void eachBookHasTheFieldsOfTheFirst() {
    Books books = told(Books.none(), START, null, "fields: {ip: text}\n" + FIRST + dear(1));
    String asking = later(2).replace("limit: 200", "limit: 200, filter: {ip: x}");
    assertThat(told(books, START, null, asking).all()).hasSize(2);
    assertRefused(books, START, asking.replace("ip:", "iq:"), "unknown 'iq'; did you mean 'ip'?");
  }

  /** The first book's text is the only one that needs to say it. */
  @Test
  void theFirstMustSayIt() {
    assertRefused(Books.none(), START, later(1), "allowedLateness");
  }

  @Test
  void noRuleLooksBeyondTheHorizon() {
    assertRefused(
        first(),
        START,
        "rules:\n"
            + dear(2)
            + "  - {id: often, version: 1, kind: count-in-window, severity: low, moreThan: 1,\n"
            + "     window: 61 s}\n",
        "book 2:4:14: rules[2].window: the rule looks back 1 min 1 s, beyond the book's horizon"
            + " (1 min)");
  }

  @Test
  void aVersionMeansTheSameForEver() {
    assertRefused(
        first(),
        START,
        "rules:\n" + String.format(DEAR, 1, 101),
        "book 2:2:25: rules[1].version: rule 'dear' has changed, and its version is still 1");
    Books gone = told(first(), START, null, later(2));
    assertRefused(gone, START, "rules:\n" + String.format(DEAR, 1, 101), "its version is still 1");
    Books cancelled = cancelled(gone, START, 2);
    assertRefused(
        cancelled, START, "rules:\n" + String.format(DEAR, 2, 201), "its version is still 2");
  }

  @Test
  void aVersionIsOneObjectInAllBooks() {
    Books books = told(first(), START, null, later(2));
    books = told(books, START + 5, null, "rules:\n" + dear(1) + SPEND);
    TotalInWindows total = books.total("spend", 1).orElseThrow();
    assertThat(books.inForceAt(0).has(total)).isTrue();
    assertThat(books.inForceAt(START + LEAD).has(total)).isFalse();
    assertThat(books.inForceAt(START + LEAD + 5).has(total)).isTrue();
    assertThat(books.total("spend", 2)).isEmpty();
    assertThat(books.total("dear", 1)).isEmpty();
    assertThat(books.totalsInForce(START + LEAD, START + LEAD + 4)).isEmpty();
    assertThat(books.totalsInForce(START + LEAD - 1, START + LEAD)).containsExactly(total);
    assertThat(books.totalsInForce(0, Long.MAX_VALUE)).containsExactly(total);
  }

  @Test
  void whatIsRefusedChangesNothing() throws IllegalNoticeException {
    Books books = first();
    for (Payload value :
        new Payload[] {null, new Payload(new byte[] {1}), new Payload(new byte[0])}) {
      LogRecord record = new LogRecord(new LogPosition(0, 1, START), null, value);
      assertThatThrownBy(() -> books.with(record)).isInstanceOf(IllegalNoticeException.class);
    }
    assertThat(books.all()).hasSize(1);
    byte[] json = NoticeJson.write(new Notice.Book("ann", "", null, later(2)));
    Books next = books.with(new LogRecord(new LogPosition(0, 2, START), null, new Payload(json)));
    assertThat(at(next, START + LEAD)).isEqualTo(2);
    assertThat(books.all()).as("the ones before are as they were").hasSize(1);
  }

  /** Whatever a text is, it ends no reader. */
  @Test
  void aDeadLetterHasRoomForWhatIsSaid() {
    StringBuilder rules = new StringBuilder("rules:\n");
    for (int i = 0; i < 2000; i++) {
      rules.append("  - {id: r, version: 0, kind: magic, severity: awful}\n");
    }
    for (String text :
        new String[] {
          rules.toString(),
          "x".repeat(500_000),
          "[".repeat(100_000),
          "{".repeat(100_000),
          "a: &a [*a, *a]\nrules: *a",
          "rules: [" + "{id: 1},".repeat(50_000) + "]",
          "\u0000",
          "---\n---\n"
        }) {
      assertThatThrownBy(() -> first().with(new Notice.Book("ann", "", null, text), START))
          .isInstanceOfSatisfying(
              IllegalNoticeException.class,
              wrong ->
                  assertThat(wrong.excerpt())
                      .hasSizeLessThanOrEqualTo(IllegalNoticeException.MOST_EXCERPT));
    }
  }

  @Test
  void aBookHasSoManyRules() {
    assertThat(told(Books.none(), START, null, FIRST + rules(1000)).all()).hasSize(1);
    assertRefused(
        Books.none(), START, FIRST + rules(1001), "rules: has 1001 rules, expected at most 1000");
  }

  private static String rules(int many) {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < many; i++) {
      rules.append("  - {id: r").append(i);
      rules.append(", version: 1, kind: amount-over, severity: low, limit: 1}\n");
    }
    return rules.toString();
  }
}
