package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.RejectedJson;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;

/**
 * The dead letters of a control topic. The oracle decides which notices are refused; only the
 * wording is the pipeline's.
 */
public final class NoticeLetters {
  private NoticeLetters() {}

  /** The dead letters, by the records they are about. */
  public static SortedMap<String, String> of(String topic, List<LogRecord> control) {
    Set<LogPosition> refused =
        NaiveBooks.of(control).refused().stream()
            .map(LogRecord::position)
            .collect(Collectors.toSet());
    SortedMap<String, String> letters = new TreeMap<>();
    Books books = Books.none();
    for (LogRecord each : control) {
      LogPosition at = each.position();
      String why = "";
      try {
        books = books.with(each);
      } catch (IllegalNoticeException wrong) {
        why = wrong.excerpt();
      }
      if (refused.contains(at) == why.isEmpty()) {
        throw new AssertionError("refused by one, and not by the other: " + at + " " + why);
      }
      if (!why.isEmpty()) {
        Rejected letter =
            new Rejected(RejectReason.ILLEGAL_NOTICE, why, at, NaiveRecords.original(each));
        letters.put(
            topic + "-" + at.partition() + "-" + at.offset(),
            new String(RejectedJson.write(letter, topic), StandardCharsets.UTF_8));
      }
    }
    return letters;
  }
}
