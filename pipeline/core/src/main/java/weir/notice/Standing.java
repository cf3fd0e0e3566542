package weir.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a book at some time.
 *
 * @param until the log time from which another book judges, as far as that is known
 */
public record Standing(Announced book, State state, @Nullable Long until) {

  /** What became of a book, or will. */
  public enum State {
    COMING("coming"),
    IN_FORCE("in force"),
    PAST("past"),
    CANCELLED("cancelled"),
    /** By the time it was to come into force, another one did. */
    OVERTAKEN("overtaken");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** All books, in the order of their numbers. */
  public static List<Standing> of(Books books, long now) {
    List<Announced> following = new ArrayList<>(books.all());
    following.removeIf(Announced::cancelled);
    following.sort(Comparator.comparingLong(Announced::inForceFrom)); // is stable
    return books.all().stream().map(book -> of(book, following, now)).toList();
  }

  private static Standing of(Announced book, List<Announced> following, long now) {
    int place = following.indexOf(book);
    if (place < 0) {
      return new Standing(book, State.CANCELLED, null);
    }
    @Nullable Long until =
        place + 1 < following.size() ? following.get(place + 1).inForceFrom() : null;
    if (until != null && until == book.inForceFrom()) {
      return new Standing(book, State.OVERTAKEN, null);
    }
    State state = until != null && until <= now ? State.PAST : State.IN_FORCE;
    return new Standing(book, book.inForceFrom() > now ? State.COMING : state, until);
  }
}
