package weir.bench.ladder.report;

import java.util.Collection;

/** How much one figure grows with another: the slope of a least-squares line through points. */
public final class Slope {
  private Slope() {}

  /** A point of two figures. */
  public record Point(double x, double y) {}

  public static double of(Collection<Point> points) {
    double meanX = points.stream().mapToDouble(Point::x).average().orElse(0);
    double meanY = points.stream().mapToDouble(Point::y).average().orElse(0);
    double together = 0;
    double alone = 0;
    for (Point point : points) {
      together += (point.x() - meanX) * (point.y() - meanY);
      alone += (point.x() - meanX) * (point.x() - meanX);
    }
    return alone == 0 ? 0 : together / alone;
  }

  /** The power of x with which the figure grows: 1 is linear. */
  public static double exponent(Collection<Point> points) {
    return of(points.stream().map(p -> new Point(Math.log(p.x()), Math.log(p.y()))).toList());
  }
}
