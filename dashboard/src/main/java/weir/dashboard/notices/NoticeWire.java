package weir.dashboard.notices;

import java.util.OptionalLong;
import weir.control.ControlLog;
import weir.notice.Books;

/**
 * The control topic, as far as pages write to it. What cannot be done now is a {@link
 * weir.failure.UnavailableException} with one sentence.
 */
public interface NoticeWire {
  /** What was announced up to now. */
  Books books();

  /** Where a record stands that was perhaps written, and that does not stand before this offset. */
  OptionalLong find(byte[] record, long from);

  /** Writes a record once all replicas have it, and returns its offset. */
  long write(byte[] record);

  /** What became of the record at this offset. */
  ControlLog.Heard outcome(long offset);
}
