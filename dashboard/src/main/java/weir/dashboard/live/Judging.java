package weir.dashboard.live;

import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the pipeline judges new transactions. A committed offset, a written row, an
 * alert or a dead letter is a sign that it does. Silence proves something only where each
 * transaction should leave a sign: committed offsets, or rows in PostgreSQL. Alerts may be missing
 * because no payment is suspicious.
 */
public final class Judging {
  /** Rows follow a transaction at once, but an engine that recovers takes its time. */
  static final long ROWS_MILLIS = 30_000;

  /** Spark commits what it read a minute ago. */
  static final long OFFSETS_MILLIS = 120_000;

  /** A few records may all be duplicates, which leave no row. */
  static final long MANY = 10;

  /** A log that has had no record for so long is idle. */
  static final long IDLE_MILLIS = 10_000;

  private final LongSupplier clock;
  private final Heartbeat offsets = new Heartbeat(OFFSETS_MILLIS);
  private final Heartbeat rows = new Heartbeat(ROWS_MILLIS);
  private @Nullable Map<Integer, Long> committed;
  private long written = -1;
  private long records = -1;
  private long judged;
  private long lookedAt;
  private long signAt = Long.MIN_VALUE;
  private long waitingSince;
  private long waitingSinceEpoch;
  private boolean waiting;
  private long grownAt;
  private Health.@Nullable Sign lastSign;
  private long lastSignEpoch;

  /** A clock in milliseconds that never jumps. */
  Judging(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * How far the log is.
   *
   * @param committedNow offsets of the pipeline's group by partition, if it has any
   */
  synchronized void log(long recordsNow, @Nullable Map<Integer, Long> committedNow) {
    long now = clock.getAsLong();
    // What came since the last look may be what a sign since then was about.
    if (records < 0 || recordsNow < judged || signAt >= lookedAt) {
      judged = recordsNow;
    }
    if (recordsNow != records) {
      grownAt = now;
    }
    records = recordsNow;
    lookedAt = now;
    if (committedNow != null && committed == null) {
      offsets.found(now, records);
    } else if (committedNow != null && !committedNow.equals(committed)) {
      offsets.beat(now, records);
      rows.doubt(now, records);
      sign(now, Health.Sign.OFFSET);
    }
    committed = committedNow;
    if (records <= judged) {
      waiting = false;
    } else if (!waiting) {
      waiting = true;
      waitingSince = now;
      waitingSinceEpoch = System.currentTimeMillis();
    }
  }

  /** How many rows the database's tables have been given in all. */
  public synchronized void rows(long writtenNow) {
    long now = clock.getAsLong();
    if (written < 0 && writtenNow > 0) {
      rows.found(now, records);
    } else if (written >= 0 && writtenNow != written) {
      rows.beat(now, records);
      offsets.doubt(now, records);
      sign(now, Health.Sign.ROW);
    }
    written = writtenNow;
  }

  /** An alert or a dead letter was written. */
  synchronized void answer() {
    long now = clock.getAsLong();
    offsets.doubt(now, records);
    rows.doubt(now, records);
    sign(now, Health.Sign.ANSWER);
  }

  /** A source is away, which is reported elsewhere: start again afterwards. */
  public synchronized void away() {
    records = -1;
    waiting = false;
  }

  /** Whether the job that runs commits offsets: those of an earlier one say nothing of it. */
  synchronized boolean commits() {
    return offsets.beats;
  }

  private void sign(long now, Health.Sign which) {
    lastSign = which;
    lastSignEpoch = System.currentTimeMillis();
    signAt = now;
    judged = records;
    waiting = false;
  }

  /**
   * Since when, in epoch milliseconds, transactions have arrived without one being judged; or
   * nothing.
   *
   * @param everAnswered whether there is an alert or dead letter at all, from whatever time
   */
  synchronized @Nullable Long stalledSince(boolean everAnswered) {
    if (!waiting) {
      return null;
    }
    long silence = clock.getAsLong() - waitingSince;
    boolean many = records - judged >= MANY;
    boolean rowsMissing = rows.beats && many && silence >= ROWS_MILLIS;
    boolean offsetsMissing = offsets.exists || (many && (rows.exists || !everAnswered));
    return rowsMissing || (offsetsMissing && silence >= OFFSETS_MILLIS)
        ? (Long) waitingSinceEpoch
        : null;
  }

  /** What can be said while all sources answer. */
  synchronized Health health(boolean everAnswered) {
    Long since = waiting ? (Long) waitingSinceEpoch : null;
    Long signed = lastSign == null ? null : (Long) lastSignEpoch;
    return new Health(state(everAnswered), since, lastSign, signed);
  }

  private Health.State state(boolean everAnswered) {
    long now = clock.getAsLong();
    if (stalledSince(everAnswered) != null) {
      return Health.State.STALLED;
    }
    if (records < 0) {
      // There is no log to look at: rows alone say that transactions come.
      boolean quiet = now - rows.at >= ROWS_MILLIS;
      return !rows.beats ? Health.State.UNKNOWN : quiet ? Health.State.IDLE : Health.State.JUDGED;
    }
    boolean fewWait = !waiting || records - judged < MANY;
    if (fewWait && now - grownAt >= IDLE_MILLIS) {
      return Health.State.IDLE;
    }
    if (lastSign == null) {
      return Health.State.UNKNOWN;
    }
    if (fewWait) {
      return Health.State.JUDGED;
    }
    long silence = now - waitingSince;
    if (!rows.beats && !offsets.exists) {
      return silence >= OFFSETS_MILLIS ? Health.State.UNKNOWN : Health.State.JUDGED;
    }
    return silence >= (rows.beats ? ROWS_MILLIS : OFFSETS_MILLIS) / 4 * 3
        ? Health.State.LATE
        : Health.State.JUDGED;
  }
}
