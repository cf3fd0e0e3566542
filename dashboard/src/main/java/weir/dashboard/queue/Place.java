package weir.dashboard.queue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.OpenCase;

/**
 * Where a case stands in the queue: by severity, score, money at stake, and the oldest first. Cases
 * that come later do not move it, so one can go on after it.
 *
 * @param score -1 without one
 * @param worth the money as a multiple of the usual payment
 */
record Place(int gravity, int score, double worth, long oldest, String user)
    implements Comparable<Place> {
  private static final List<String> GRAVITY = List.of("low", "medium", "high", "critical");
  private static final int PARTS = 5;

  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::gravity)
          .thenComparingInt(Place::score)
          .thenComparingDouble(Place::worth)
          .reversed()
          .thenComparingLong(Place::oldest)
          .thenComparing(Place::user);

  static Place of(OpenCase of, double worth) {
    Integer score = of.score();
    return new Place(
        GRAVITY.indexOf(of.severity()), score == null ? -1 : score, worth, of.oldest(), of.user());
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** A text that an address can hold. */
  String text() {
    String all =
        gravity + " " + score + " " + Double.doubleToLongBits(worth) + " " + oldest + " " + user;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(all.getBytes(StandardCharsets.UTF_8));
  }

  /** The place of this text; nothing if it is none. */
  static Optional<Place> read(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      String all = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = all.split(" ", PARTS);
      return parts.length < PARTS
          ? Optional.empty()
          : Optional.of(
              new Place(
                  Integer.parseInt(parts[0]),
                  Integer.parseInt(parts[1]),
                  Double.longBitsToDouble(Long.parseLong(parts[2])),
                  Long.parseLong(parts[3]),
                  parts[4]));
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }
}
