package weir.log;

import java.util.Map;
import weir.control.ControlTopic;
import weir.failure.UnavailableException;
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
    ControlTopic topic = new ControlTopic(client, controlTopic);
    try {
      topic.require();
    } catch (UnavailableException missing) {
      return Books.none();
    }
    return topic.read().books();
  }

  /** Books that nothing is added to any more, for judges. */
  public static Announcements announcements(Books books) {
    return any -> books;
  }
}
