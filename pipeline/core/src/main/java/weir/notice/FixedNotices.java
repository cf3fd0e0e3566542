package weir.notice;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.model.LogRecord;
import weir.model.Payload;

/**
 * What stood on a control topic when somebody looked, for judges that cannot ask it: nothing is
 * added any more. It is written as JSON, and that is also what travels to workers, which make books
 * of it once for each JVM.
 */
public final class FixedNotices implements Announcements {
  private static final long serialVersionUID = 1L;

  /** Those that this JVM has made, by what was written. */
  private static final Map<Payload, Books> MADE = new ConcurrentHashMap<>();

  private final byte[] written;
  private transient @Nullable Books books;

  /**
   * A book that judges for all time.
   *
   * @param name what it is called in messages, such as the name of its file
   * @param text its YAML
   */
  public record Tried(String name, String text) {}

  private FixedNotices(byte[] written, Books books) {
    this.written = written;
    this.books = books;
  }

  /**
   * The books that the notices announce, each in force in its time.
   *
   * @param notices the records of a control topic, in their order; one that is no notice is read
   *     over
   */
  public static FixedNotices inForce(List<LogRecord> notices) {
    return read(FixedNoticesJson.write(notices, /* tried= */ null));
  }

  /**
   * One book in place of all that were announced. It is asked with the lists and models of the
   * notices, and has the charter of their first book where it says none. A model that was not
   * announced can be among the notices as if it had been.
   *
   * @throws weir.failure.MisuseException if it cannot be
   */
  public static FixedNotices always(Tried book, List<LogRecord> notices) {
    return read(FixedNoticesJson.write(notices, book));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws weir.failure.MisuseException if it is something else
   */
  public static FixedNotices read(byte[] json) {
    return new FixedNotices(json, made(json));
  }

  /** One object of JSON. */
  public byte[] write() {
    return written.clone();
  }

  @Override
  public Books knownAt(long logTime) {
    Books known = books;
    if (known == null) {
      known = made(written);
      books = known;
    }
    return known;
  }

  private static Books made(byte[] json) {
    return MADE.computeIfAbsent(new Payload(json), FixedNotices::make);
  }

  private static Books make(Payload json) {
    FixedNoticesJson read = FixedNoticesJson.read(json.bytes());
    Books books = Books.none();
    for (LogRecord each : read.notices()) {
      try {
        books = books.with(each);
      } catch (IllegalNoticeException illegal) {
        // Every reader of the topic reads over it.
      }
    }
    Tried tried = read.tried();
    return tried == null ? books : books.judgingBy(book(tried, books));
  }

  /** A rule may mean something else than its version did, since it is only tried. */
  private static RuleBook book(Tried tried, Books beside) {
    return RuleBookReader.parse(
        tried.name(), tried.text(), beside.charterOrNull(), rule -> rule, beside.models());
  }
}
