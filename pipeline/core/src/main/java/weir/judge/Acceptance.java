package weir.judge;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import weir.book.Charter;
import weir.book.RuleBook;
import weir.fields.RecordLayout;
import weir.form.TransactionParser;
import weir.model.Accepted;
import weir.model.Examined;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.MalformedTransactionException;
import weir.model.Original;
import weir.model.Parsed;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.Times;
import weir.model.Transaction;

/** Decides, by the record alone, whether it is judged. */
public record Acceptance(
    long allowedLatenessMillis, long allowedClockSkewMillis, TransactionParser parser)
    implements Serializable {

  /** Of records with nothing but known fields. */
  public Acceptance(long allowedLatenessMillis, long allowedClockSkewMillis) {
    this(allowedLatenessMillis, allowedClockSkewMillis, TransactionParser.of(RecordLayout.USUAL));
  }

  public static Acceptance of(RuleBook book) {
    return of(book.charter());
  }

  public static Acceptance of(Charter charter) {
    return new Acceptance(
        charter.allowedLatenessMillis(),
        charter.allowedClockSkewMillis(),
        TransactionParser.of(charter.layout()));
  }

  public boolean accepts(LogRecord record) {
    return examine(record).isAccepted();
  }

  /** Examines one record as it was read. */
  public Examined examine(LogRecord record) {
    return examine(record, /* before= */ null);
  }

  /**
   * The same, where it may have been parsed before.
   *
   * @param before the transaction that its value is; absent if that is not known
   */
  public Examined examine(LogRecord record, @Nullable Parsed before) {
    Payload value = record.value();
    return examine(value == null ? null : value.bytes(), record.position(), record.again(), before);
  }

  /** Examines one record; a record without a value is malformed like any other. */
  public Examined examine(byte @Nullable [] value, LogPosition position) {
    return examine(value, position, /* again= */ false, /* before= */ null);
  }

  private Examined examine(
      byte @Nullable [] value, LogPosition position, boolean again, @Nullable Parsed before) {
    Payload original = new Payload(value == null ? new byte[0] : value);
    if (!position.hasTime()) {
      String detail = "the log time " + position.time() + " is not " + Times.BOUNDS;
      return new Rejected(RejectReason.MALFORMED, detail, position, original);
    }
    if (value == null) {
      return new Rejected(RejectReason.MALFORMED, "the record has no value", position, original);
    }
    Transaction transaction;
    try {
      transaction = parser.parse(value, before);
    } catch (MalformedTransactionException malformed) {
      String detail = String.valueOf(malformed.getMessage());
      return new Rejected(RejectReason.MALFORMED, detail, position, original);
    }
    long behind = position.time() - transaction.time();
    if (behind > allowedLatenessMillis) {
      String detail = behind + " ms late, allowed are " + allowedLatenessMillis;
      return new Rejected(RejectReason.LATE, detail, position, original);
    }
    if (-behind > allowedClockSkewMillis) {
      String detail = -behind + " ms ahead of the log, allowed are " + allowedClockSkewMillis;
      return new Rejected(RejectReason.FUTURE, detail, position, original);
    }
    return new Accepted(transaction, position, Original.of(original), again);
  }
}
