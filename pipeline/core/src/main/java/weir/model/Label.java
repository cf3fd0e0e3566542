package weir.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a payment of the past. Of several on one payment the newest in the log
 * stands.
 *
 * @param time event time of the payment in epoch milliseconds
 * @param keys what the payment has of each key of the charter, by its place there
 * @param source who says it, such as chargeback
 * @param position of this record in the topic of labels
 * @param again whether it may have been heard before by somebody whose state is lost
 */
public record Label(
    String transactionId,
    String userId,
    long time,
    List<@Nullable String> keys,
    boolean fraud,
    @Nullable String source,
    LogPosition position,
    boolean again) {

  /** By payments in their order, and of one payment from the oldest on. */
  public static final Comparator<Label> ORDER =
      Comparator.comparingLong(Label::time)
          .thenComparing(Label::transactionId)
          .thenComparing(Label::userId)
          .thenComparing(Label::position, LogPosition.ORDER);

  /** Whether both are about one payment. */
  public boolean isAbout(Label other) {
    return time == other.time
        && transactionId.equals(other.transactionId)
        && userId.equals(other.userId);
  }

  public long logTime() {
    return position.time();
  }
}
