package weir.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import weir.model.LogRecord;
import weir.notice.Announcements;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;

/**
 * Workers that hear of notices at different times. Each call answers for another worker, which has
 * read as much of the control topic as it must have, or more.
 */
public final class HeardNotices implements Announcements {
  private static final long serialVersionUID = 1L;

  private final transient List<Books> byLength = new ArrayList<>();
  private final transient List<LogRecord> control;
  private final transient SplittableRandom random;
  private final long behindMillis;
  private final boolean ahead;

  private HeardNotices(List<LogRecord> control, long seed, long behindMillis, boolean ahead) {
    this.control = control;
    this.random = new SplittableRandom(seed);
    this.behindMillis = behindMillis;
    this.ahead = ahead;
    Books books = Books.none();
    for (LogRecord each : control) {
      try {
        books = books.with(each);
      } catch (IllegalNoticeException changesNothing) {
        // An illegal notice leaves the books as they are.
      }
      byLength.add(books);
    }
  }

  /** Workers that have read as far as they must or, at random, further. */
  public static HeardNotices atRandom(List<LogRecord> control, long seed) {
    return new HeardNotices(
        control, seed, /* behindMillis= */ SmallNotices.LEAD_MILLIS, /* ahead= */ true);
  }

  /** Workers that do not wait: they know the notices that are at least this old, and no more. */
  public static HeardNotices behind(List<LogRecord> control, long millis) {
    return new HeardNotices(control, 1, millis, /* ahead= */ false);
  }

  /** The books after all notices. */
  public Books all() {
    return byLength.get(byLength.size() - 1);
  }

  @Override
  public Books knownAt(long logTime) {
    int least = 0;
    while (byLength.get(least).isEmpty()) {
      least++;
    }
    for (int i = least; i < control.size(); i++) {
      if (control.get(i).position().time() + behindMillis <= logTime) {
        least = i;
      }
    }
    return byLength.get(ahead ? random.nextInt(least, control.size()) : least);
  }
}
