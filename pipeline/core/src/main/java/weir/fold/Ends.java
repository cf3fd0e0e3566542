package weir.fold;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The first and the last of some transactions, in their order; both or neither. */
public record Ends(@Nullable Point first, @Nullable Point last) {
  static final Ends NONE = new Ends(null, null);

  private static final Comparator<Point> ORDER =
      Comparator.comparingLong(Point::time).thenComparing(Point::id).thenComparing(Point::userId);

  /**
   * One transaction, and what is wanted of it: a text, or else a number.
   *
   * @param time event time in epoch milliseconds
   */
  public record Point(long time, String id, String userId, @Nullable String text, long number) {}

  public static Ends of(Point only) {
    return new Ends(only, only);
  }

  Ends plus(Ends other) {
    if (first == null || last == null) {
      return other;
    }
    if (other.first == null || other.last == null) {
      return this;
    }
    return new Ends(
        ORDER.compare(first, other.first) <= 0 ? first : other.first,
        ORDER.compare(last, other.last) >= 0 ? last : other.last);
  }
}
