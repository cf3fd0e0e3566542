package weir.judge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import weir.book.Charter;
import weir.form.LabelParser;
import weir.keys.Keys;
import weir.model.Label;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.MalformedTransactionException;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.Times;

/**
 * Decides, by the record alone, whether a label is heard.
 *
 * @param mattersMillis how long after its payment a label can matter to a rule: payments that come
 *     later look back to later payments only
 */
public record Hearing(
    long allowedClockSkewMillis, long mattersMillis, LabelParser parser, Keys keys)
    implements Serializable {
  /** Chargebacks take months; what is said of a payment after this long is a mistake. */
  private static final long MOST_DAYS = 550;

  public static Hearing of(Charter charter) {
    return new Hearing(
        charter.allowedClockSkewMillis(),
        charter.horizonMillis() + charter.allowedLatenessMillis(),
        LabelParser.of(charter.layout()),
        Keys.of(charter));
  }

  /** What becomes of a record. */
  public interface Cases {
    void heard(Label label);

    void rejected(Rejected rejected);
  }

  /** Whether a record is a label that can matter to a rule. */
  public boolean matters(LogRecord record) {
    boolean[] matters = {false};
    examine(
        record,
        new Cases() {
          @Override
          public void heard(Label label) {
            matters[0] = matters(label);
          }

          @Override
          public void rejected(Rejected rejected) {
            // It is not.
          }
        });
    return matters[0];
  }

  public boolean matters(Label label) {
    return label.position().time() - label.time() <= mattersMillis;
  }

  /** Examines one record as it was read. */
  public void examine(LogRecord record, Cases cases) {
    LogPosition position = record.position();
    Payload value = record.value();
    if (!position.hasTime()) {
      String detail = "the log time " + position.time() + " is not " + Times.BOUNDS;
      cases.rejected(rejected(RejectReason.MALFORMED, detail, record));
      return;
    }
    if (value == null) {
      cases.rejected(rejected(RejectReason.MALFORMED, "the record has no value", record));
      return;
    }
    LabelParser.Said said;
    try {
      said = parser.parse(value.bytes());
    } catch (MalformedTransactionException malformed) {
      String detail = String.valueOf(malformed.getMessage());
      cases.rejected(rejected(RejectReason.MALFORMED, detail, record));
      return;
    }
    long ahead = said.payment().time() - position.time();
    if (ahead > allowedClockSkewMillis) {
      String detail =
          "a payment " + ahead + " ms ahead of its label, allowed are " + allowedClockSkewMillis;
      cases.rejected(rejected(RejectReason.FUTURE, detail, record));
      return;
    }
    if (-ahead > TimeUnit.DAYS.toMillis(MOST_DAYS)) {
      String detail =
          "a label " + -ahead + " ms after its payment, at most " + MOST_DAYS + " days are taken";
      cases.rejected(rejected(RejectReason.LATE, detail, record));
      return;
    }
    List<@Nullable String> values = new ArrayList<>();
    for (int key = 0; key < keys.size(); key++) {
      values.add(keys.value(key, said.payment()));
    }
    cases.heard(
        new Label(
            said.payment().id(),
            said.payment().userId(),
            said.payment().time(),
            values,
            said.fraud(),
            said.source(),
            position,
            record.again()));
  }

  private static Rejected rejected(RejectReason reason, String detail, LogRecord record) {
    Payload value = record.value();
    return new Rejected(
        reason, detail, record.position(), value == null ? new Payload(new byte[0]) : value);
  }
}
