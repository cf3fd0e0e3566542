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
 * The dead letters of a control topic. Which there are is as the oracle says; only the words are
 * the pipeline's.
 */
public final class NoticeLetters {
  private NoticeLetters() {}

  /** By the records that they are of. */
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
