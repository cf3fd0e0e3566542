package weir.judge;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.Label;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Verdict;

/**
 * Which answers of a restarted run are new. The run reads the log from somewhere before the first
 * new record. Of what was final when the run before it ended, it may see only a part. All of that
 * was written, so the run must stay silent about it.
 *
 * @param newFrom the log time before which everything was judged and written
 * @param allowedLatenessMillis how far before a record's log time its transaction may lie
 * @param committed the first offset of each partition of each topic that was not committed: a
 *     record from there on is new, whatever log time its sender wrote into it
 */
public record NewAnswers(
    long newFrom, long allowedLatenessMillis, Map<String, Map<Integer, Long>> committed)
    implements Serializable {

  /** For a run in which everything is new. */
  public static final NewAnswers ALL = new NewAnswers(Long.MIN_VALUE, 0, Map.of());

  public NewAnswers {
    Map<String, Map<Integer, Long>> copy = new HashMap<>();
    committed.forEach((topic, offsets) -> copy.put(topic, Map.copyOf(offsets)));
    committed = Map.copyOf(copy);
  }

  public boolean isNew(String topic, LogRecord record) {
    return isNew(topic, record.position());
  }

  public boolean isNew(String topic, Label label) {
    return isNew(topic, label.position());
  }

  public boolean isNew(DeadLetter letter) {
    return isNew(letter.topic(), letter.rejected().position());
  }

  /** A record without a log time may still have waited to be written. */
  private boolean isNew(String topic, LogPosition position) {
    return !position.hasTime()
        || position.time() >= newFrom
        || position.offset()
            >= committed
                .getOrDefault(topic, Map.of())
                .getOrDefault(position.partition(), Long.MAX_VALUE);
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
