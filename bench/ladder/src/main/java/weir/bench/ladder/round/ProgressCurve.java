package weir.bench.ladder.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.model.LogPosition;

/**
 * How much of a log was judged by when, according to its alerts. In each partition everything is
 * judged up to the furthest transaction that has an alert. An alert that is repeated, or about an
 * earlier transaction, adds nothing.
 */
final class ProgressCurve {
  private final List<Point> points;

  /** This much of the log had been judged at this instant. */
  record Point(long millis, long judged) {}

  /** An alert was written at this instant about the transaction at this position. */
  record Sighting(long millis, LogPosition cause) {}

  private ProgressCurve(List<Point> points) {
    this.points = points;
  }

  /** The curve of these sightings, in whatever order they are. */
  static ProgressCurve of(List<Sighting> sightings) {
    List<Sighting> sorted = new ArrayList<>(sightings);
    sorted.sort(Comparator.comparingLong(Sighting::millis));
    Map<Integer, Long> ends = new HashMap<>();
    List<Point> points = new ArrayList<>();
    long judged = 0;
    for (Sighting each : sorted) {
      long end = each.cause().offset() + 1;
      long before = ends.getOrDefault(each.cause().partition(), 0L);
      if (end > before) {
        ends.put(each.cause().partition(), end);
        judged += end - before;
        points.add(new Point(each.millis(), judged));
      }
    }
    return new ProgressCurve(points);
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  Point first() {
    return points.get(0);
  }

  Point last() {
    return points.get(points.size() - 1);
  }

  /** The first point at which this much was judged, or the last point if there is none. */
  Point reaching(double judged) {
    return points.stream().filter(point -> point.judged() >= judged).findFirst().orElse(last());
  }

  /** The transactions a second between two points. */
  static double speed(Point from, Point to) {
    return (to.judged() - from.judged()) * 1e3 / Math.max(1, to.millis() - from.millis());
  }
}
