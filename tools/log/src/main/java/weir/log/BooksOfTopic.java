package weir.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weir.control.ControlLog;
import weir.control.ControlTopic;
import weir.failure.UnavailableException;
import weir.model.LogRecord;
import weir.notice.Announcements;
import weir.notice.Books;

/** The rules that were announced for a log. */
public final class BooksOfTopic {
  private BooksOfTopic() {}

  /**
   * All that stands in a control topic now, of which there must be a first book.
   *
   * @param client what all clients of the cluster need
   */
  public static Books read(Map<String, Object> client, String controlTopic) {
    ControlTopic topic = new ControlTopic(client, controlTopic);
    topic.require();
    Books books = topic.read().books();
    if (books.isEmpty()) {
      throw new UnavailableException(
          "the control topic '"
              + controlTopic
              + "' has no rules yet: announce some with ./weir rules announce, or give a file");
    }
    return books;
  }

  /**
   * What stands in a control topic now; nothing if it is not there, for where a file says the
   * rules.
   *
   * @param client what all clients of the cluster need
   */
  public static Books readIfThere(Map<String, Object> client, String controlTopic) {
    return heardIfThere(client, controlTopic).map(ControlLog.Heard::books).orElse(Books.none());
  }

  /** The same as the records that say so, for judges that cannot ask the topic. */
  public static List<LogRecord> recordsIfThere(Map<String, Object> client, String controlTopic) {
    return heardIfThere(client, controlTopic).map(ControlLog.Heard::records).orElse(List.of());
  }

  private static Optional<ControlLog.Heard> heardIfThere(
      Map<String, Object> client, String controlTopic) {
    ControlTopic topic = new ControlTopic(client, controlTopic);
    try {
      topic.require();
    } catch (UnavailableException missing) {
      return Optional.empty();
    }
    return Optional.of(topic.read());
  }

  /** Books that nothing is added to any more, for judges. */
  public static Announcements announcements(Books books) {
    return any -> books;
  }
}
