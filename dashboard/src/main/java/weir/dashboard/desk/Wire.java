package weir.dashboard.desk;

import java.util.List;
import weir.failure.UnavailableException;
import weir.model.Transaction;
import weir.notice.Notice;

/**
 * The log, as far as the desk writes to it. What cannot be written now is an {@link
 * UnavailableException} with one sentence.
 */
public interface Wire extends AutoCloseable {
  /** What is said of a payment, and in whose name. */
  record Label(Transaction payment, boolean fraud, String source) {}

  /** Writes labels, and returns the log time of each once all replicas have all of them. */
  List<Long> labels(List<Label> labels);

  /** Writes a change of a list, once all replicas have it. */
  void list(Notice.ListChange change);

  /** Looks whether a change of a list would hold; throws {@link WrongWishException} if not. */
  void check(Notice.ListChange change);

  @Override
  void close();
}
