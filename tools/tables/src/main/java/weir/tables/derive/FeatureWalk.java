package weir.tables.derive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import weir.book.Charter;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.layer.HourFolder;
import weir.log.Entry;
import weir.log.Kind;
import weir.log.LakeLog;
import weir.log.Log;
import weir.log.Span;
import weir.log.duck.Duck;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.LogPosition;
import weir.model.Verdict;
import weir.notice.Announcements;
import weir.walk.Receiver;
import weir.walk.Walk;

/**
 * What features say of the payments of some hours: their bronze is walked by the code that judges,
 * and as much before them as windows reach. Hours that follow each other are walked together.
 */
public final class FeatureWalk implements AutoCloseable {
  static final long HOUR_MILLIS = 3_600_000;

  private static final int AT_ONCE = 24;
  private static final int BUFFERED = 10_000;

  private final String lake;
  private final FeatureBook features;
  private final long settled;
  private final Duck duck;
  private long from;
  private long to;

  /**
   * A walk through a lake.
   *
   * @param settled the first hour that is not asked for
   */
  public FeatureWalk(String lake, FeatureBook features, long settled) {
    this.lake = lake;
    this.features = features;
    this.settled = settled;
    if (lake.matches("(?!file:)[a-z][a-z0-9]+:.*")) {
      throw new MisuseException(
          "--features: a database reads the records, so the lake must be a folder here: " + lake);
    }
    try {
      this.duck = Duck.open();
      duck.sortOnDisk();
    } catch (SQLException failed) {
      throw new UnavailableException(Duck.sentence(failed), failed);
    }
  }

  FeatureBook features() {
    return features;
  }

  /** The first hour of log time that the values of an hour follow from. */
  public long firstOf(long hour) {
    return HourFolder.hourOf(hour * HOUR_MILLIS - features.charter().rewindMillis());
  }

  /** The first hour of log time after those that they follow from. */
  public long endOf(long hour) {
    return HourFolder.hourOf(
            (hour + 1) * HOUR_MILLIS + features.charter().allowedLatenessMillis() - 1)
        + 1;
  }

  /** The database in whose table told the values of an hour are, maybe with those of others. */
  Duck of(long hour) throws SQLException {
    if (hour < from || hour >= to) {
      from = hour;
      to = Math.min(hour + AT_ONCE, Math.max(settled, hour + 1));
      duck.execute(
          "create or replace table told (user_id varchar, time bigint, transaction_id varchar,"
              + " rule varchar, seen bigint, said varchar)");
      walk(new Told(from * HOUR_MILLIS, to * HOUR_MILLIS));
    }
    return duck;
  }

  private void walk(Told told) throws SQLException {
    Charter charter = features.charter();
    Span span =
        new Span(told.from - charter.rewindMillis(), told.to + charter.allowedLatenessMillis());
    try (Log log = LakeLog.open(lake, /* topic= */ null, /* labelTopic= */ null, span)) {
      Walk walk =
          new Walk(
              charter,
              Announcements.always(features.book()),
              /* verdicts= */ false,
              log::reached,
              told);
      for (Entry each = log.next(); each != null; each = log.next()) {
        if (each.kind() == Kind.TRANSACTIONS || charter.labels()) {
          each.into(walk);
        }
        if (told.rows.size() >= BUFFERED) {
          told.flush();
        }
      }
    }
    told.flush();
  }

  /** Takes what was said of payments of a stretch of event time. */
  private final class Told implements Receiver {
    private final long from;
    private final long to;
    private final List<List<Object>> rows = new ArrayList<>();

    Told(long from, long to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public void alert(LogPosition cause, Alert alert) {
      if (alert.eventTime() >= from && alert.eventTime() < to) {
        rows.add(
            List.of(
                alert.userId(),
                alert.eventTime(),
                Objects.requireNonNull(alert.transactionId()),
                alert.ruleId(),
                alert.seen(),
                Objects.requireNonNull(alert.values())));
      }
    }

    @Override
    public void verdict(LogPosition cause, Verdict verdict) {
      // The walk is not asked for any.
    }

    @Override
    public void deadLetter(DeadLetter letter) {
      // What was not accepted is not in silver.
    }

    void flush() throws SQLException {
      duck.append("told", rows);
      rows.clear();
    }
  }

  @Override
  public void close() {
    duck.close();
  }
}
