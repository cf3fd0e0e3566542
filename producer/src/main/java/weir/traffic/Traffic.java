package weir.traffic;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import weir.form.TransactionJson;
import weir.model.Payload;
import weir.model.Transaction;

/**
 * What reaches the log, record by record and without end: payments, and what happens to them on the
 * way.
 */
public final class Traffic {
  private static final long NANOS_PER_MILLI = 1_000_000;

  // How long records are delayed; the default rule book allows a minute.
  private static final Range SOME_TIME = new Range(500, 50_000);
  private static final Range TOO_LONG = new Range(65_000, 1_200_000);
  private static final Range A_MOMENT = new Range(1, 30_000);
  private static final Range AHEAD = new Range(8_000, 600_000);

  private final Town town;
  private final Hostility hostility;
  private final Predicate<byte[]> lags;
  private final long startMillis;
  private final Dice dice;
  private final PriorityQueue<Held> held =
      new PriorityQueue<>(
          Comparator.comparingLong((Held each) -> each.record().nanos())
              .thenComparingLong(Held::number));
  private long heldSoFar;
  private Town.@Nullable Happening ahead;

  private record Held(Outgoing record, long number) {}

  /** Traffic without a lagging partition. */
  public Traffic(TrafficSettings settings) {
    this(settings, key -> false);
  }

  /**
   * Traffic with a lagging partition.
   *
   * @param lags whether a key's partition is the one that lags
   */
  public Traffic(TrafficSettings settings, Predicate<byte[]> lags) {
    this.town = new Town(settings);
    this.hostility = settings.hostility();
    this.lags = lags;
    this.startMillis = settings.startMillis();
    this.dice = new Dice(~settings.seed());
  }

  /** The next record, in the order of the log. */
  public Outgoing next() {
    while (true) {
      Town.Happening happening = ahead == null ? town.next() : ahead;
      ahead = happening;
      Held due = held.peek();
      if (due != null && due.record().nanos() <= happening.nanos()) {
        return held.remove().record();
      }
      ahead = null;
      send(happening);
    }
  }

  /** Puts a record into the queue, from which most records are due at once. */
  private void send(Town.Happening happening) {
    Transaction tx = happening.transaction();
    byte[] key = tx.userId().getBytes(StandardCharsets.UTF_8);
    byte[] value = TransactionJson.write(tx);
    double delay = hostility.lagMillis() > 0 && lags.test(key) ? hostility.lagMillis() : 0;
    double fate = dice.share();
    if ((fate -= hostility.outOfOrder()) < 0) {
      delay += SOME_TIME.any(dice);
    } else if ((fate -= hostility.late()) < 0) {
      delay += TOO_LONG.any(dice);
    } else if ((fate -= hostility.duplicates()) < 0) {
      hold(happening.nanos(), delay + A_MOMENT.any(dice), key, value, null);
    } else if ((fate -= hostility.future()) < 0) {
      value = TransactionJson.write(BadRecords.ahead(tx, (long) AHEAD.any(dice)));
    } else if (fate - hostility.malformed() < 0) {
      value = BadRecords.broken(tx, dice);
    }
    hold(happening.nanos(), delay, key, value, happening.label());
  }

  private void hold(
      long nanos, double delayMillis, byte[] key, byte[] value, @Nullable Label label) {
    long at = nanos + (long) (delayMillis * NANOS_PER_MILLI);
    long logMillis = startMillis + at / NANOS_PER_MILLI;
    Outgoing record = new Outgoing(at, logMillis, new Payload(key), new Payload(value), label);
    held.add(new Held(record, ++heldSoFar));
  }
}
