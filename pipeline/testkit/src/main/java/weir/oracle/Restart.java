package weir.oracle;

import java.util.List;
import java.util.function.BiPredicate;
import weir.book.Charter;
import weir.book.RuleBook;
import weir.model.Alert;
import weir.model.Judgement;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.notice.Announcements;

/**
 * A run that crashes, and a second run that knows only the position that the first one committed.
 * The log is one partition.
 *
 * @param committed index of the first record whose judgements may be lost
 * @param crashed index of the first record that the first run did not judge
 */
public record Restart(
    Charter charter, Announcements announcements, List<LogRecord> log, int committed, int crashed) {
  public static final String TOPIC = "transactions";

  /** Two runs by one book. */
  public Restart(RuleBook book, List<LogRecord> log, int committed, int crashed) {
    this(book.charter(), Announcements.always(book), log, committed, crashed);
  }

  /** What the second run does not report. */
  public enum Silence {
    /** Nothing: whatever the second run repeats should merge away. */
    NONE,
    /**
     * Answers that were final when the first run committed: alerts too old for any later record to
     * change, and dead letters of earlier records.
     */
    OF_THE_FINAL,
    /**
     * Judgements that records before the committed position cause. For the alert of a total the end
     * of its window decides instead, because a total does not know its records.
     */
    UNTIL_COMMITTED
  }

  /**
   * The merged answers of both runs.
   *
   * @param stretchMillis how long before the log time of the committed position the second run
   *     begins
   */
  public Merged merged(long stretchMillis, Silence silence) {
    Merged merged = new Merged();
    run(merged, (cause, judgement) -> true).judgeAll(log.subList(0, crashed));
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
      case NONE -> run(merged, (cause, judgement) -> true);
      case OF_THE_FINAL -> PlainRun.restarted(charter, announcements, TOPIC, merged, uncommitted());
      case UNTIL_COMMITTED -> run(merged, this::isNew);
    };
  }

  private PlainRun run(Merged merged, BiPredicate<LogPosition, Judgement> says) {
    return PlainRun.of(charter, announcements, TOPIC, merged, says);
  }

  private boolean isNew(LogPosition cause, Judgement judgement) {
    if (judgement instanceof Alert alert && alert.transactionId() == null) {
      return alert.windowEnd() > uncommitted().time() - charter.allowedLatenessMillis();
    }
    return cause.offset() >= uncommitted().offset();
  }
}
