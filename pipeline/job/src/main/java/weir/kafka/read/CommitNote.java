package weir.kafka.read;

import java.util.Optional;

/**
 * What stands beside a committed offset. Another run of the group may read again what is before it,
 * or may not have read it yet: an offset says how far the run is that has committed it, and nothing
 * about others.
 *
 * @param run the id of the run: of what was submitted once, with all that its engine recovers by
 *     itself
 * @param reachedAt when that run had read so far, by its worker's clock
 */
public record CommitNote(String run, long reachedAt) {
  private static final char BETWEEN = ' ';

  /** Nothing of what others wrote there. */
  public static Optional<CommitNote> parse(String text) {
    int end = text.indexOf(BETWEEN);
    if (end < 1) {
      return Optional.empty();
    }
    try {
      long reachedAt = Long.parseLong(text.substring(end + 1));
      return Optional.of(new CommitNote(text.substring(0, end), reachedAt));
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  public String text() {
    return run + BETWEEN + reachedAt;
  }
}
