package weir.rules;

import java.io.Serializable;
import weir.model.Alert;
import weir.model.LogRecord;
import weir.model.Rejected;
import weir.model.Verdict;

/**
 * What a run that begins anew has to say. It knows the log from somewhere before the first new
 * record on, and of what was final when the run before ended it may see only a part: of that it
 * must stay silent, since all of it was said.
 *
 * @param newFrom the log time before which everything was judged and written
 * @param allowedLatenessMillis how far before a record's log time its transaction may lie
 */
public record Novelty(long newFrom, long allowedLatenessMillis) implements Serializable {

  /** When all is new. */
  public static final Novelty ALL = new Novelty(Long.MIN_VALUE, 0);

  public boolean isNew(LogRecord record) {
    return record.position().time() >= newFrom;
  }

  public boolean isNew(Rejected rejected) {
    return rejected.position().time() >= newFrom;
  }

  /**
   * A window can change until its end, whatever is the newest in it; a transaction's ends with it.
   */
  public boolean isNew(Alert alert) {
    return canChange(alert.windowEnd());
  }

  public boolean isNew(Verdict verdict) {
    return canChange(verdict.transaction().time());
  }

  /** Whether a new record can be about this time. */
  private boolean canChange(long eventTime) {
    return eventTime + allowedLatenessMillis >= newFrom;
  }
}
