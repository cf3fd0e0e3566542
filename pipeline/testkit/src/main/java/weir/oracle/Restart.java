package weir.oracle;

import java.util.List;
import weir.book.RuleBook;
import weir.model.Alert;
import weir.model.Judgement;
import weir.model.LogPosition;
import weir.model.LogRecord;

/**
 * A run that crashes, and a second one that knows nothing of it but the position that it committed:
 * what both say together. The log is one partition.
 *
 * @param committed index of the first record whose judgements may be lost
 * @param crashed index of the first record that the first run did not judge
 */
public record Restart(RuleBook book, List<LogRecord> log, int committed, int crashed) {
  public static final String TOPIC = "transactions";

  /** What the second run keeps to itself. */
  public enum Silence {
    /** Nothing: all that it says again is expected to merge away. */
    NONE,
    /**
     * What was final when the first run committed: alerts too old for any record from there on to
     * change them, and dead letters of records before.
     */
    OF_THE_FINAL,
    /**
     * What records before the committed position make it think. A total is asked for the end of its
     * window instead, because it no longer knows which records it is made of.
     */
    UNTIL_COMMITTED
  }

  /**
   * What both runs say.
   *
   * @param stretchMillis how long before the log time of the committed position the second begins
   */
  public Merged merged(long stretchMillis, Silence silence) {
    Merged merged = new Merged();
    PlainRun.of(book, TOPIC, merged, (cause, judgement) -> true).judgeAll(log.subList(0, crashed));
    second(merged, silence).judgeAll(from(uncommitted().time() - stretchMillis));
    return merged;
  }

  private List<LogRecord> from(long logTime) {
    return log.stream().filter(record -> record.position().time() >= logTime).toList();
  }

  private LogPosition uncommitted() {
    return log.get(committed).position();
  }

  private PlainRun second(Merged merged, Silence silence) {
    return switch (silence) {
      case NONE -> PlainRun.of(book, TOPIC, merged, (cause, judgement) -> true);
      case OF_THE_FINAL -> PlainRun.restarted(book, TOPIC, merged, uncommitted());
      case UNTIL_COMMITTED -> PlainRun.of(book, TOPIC, merged, this::isNew);
    };
  }

  private boolean isNew(LogPosition cause, Judgement judgement) {
    if (judgement instanceof Alert alert && alert.transactionId() == null) {
      return alert.windowEnd() > uncommitted().time() - book.allowedLatenessMillis();
    }
    return cause.offset() >= uncommitted().offset();
  }
}
