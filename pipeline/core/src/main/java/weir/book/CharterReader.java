package weir.book;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import weir.files.Durations;
import weir.files.YamlMap;

/**
 * Reads the charter of a book: of the first one from its text, of later ones from the first. Where
 * it is not known whether a book is the first, it may leave out what only the first must say.
 */
final class CharterReader {
  private static final String LATENESS = "allowedLateness";
  private static final String SKEW = "allowedClockSkew";
  private static final String HORIZON = "horizon";
  private static final String LEAD = "lead";

  /** With less a worker would have to wait for each news. */
  private static final long LEAST_LEAD_MILLIS = 1000;

  private final @Nullable Charter standing;
  private final boolean complete;

  private CharterReader(@Nullable Charter standing, boolean complete) {
    this.standing = standing;
    this.complete = complete;
  }

  /**
   * A reader.
   *
   * @param standing the charter of the first book, if there is one
   */
  static CharterReader of(@Nullable Charter standing) {
    return new CharterReader(standing, /* complete= */ true);
  }

  /** A reader of a book of which nobody knows yet whether it is the first. */
  static CharterReader ofAny() {
    return new CharterReader(/* standing= */ null, /* complete= */ false);
  }

  long lateness(YamlMap top) {
    return standing == null
        ? first(top, LATENESS)
        : stands(top, LATENESS, 0, standing.allowedLatenessMillis());
  }

  long skew(YamlMap top) {
    return standing == null
        ? first(top, SKEW)
        : stands(top, SKEW, 0, standing.allowedClockSkewMillis());
  }

  private long first(YamlMap top, String name) {
    return complete || top.has(name) ? top.duration(name, 0) : 0;
  }

  long lead(YamlMap top) {
    if (standing != null) {
      return stands(top, LEAD, LEAST_LEAD_MILLIS, standing.leadMillis());
    }
    return top.has(LEAD) ? top.duration(LEAD, LEAST_LEAD_MILLIS) : Charter.DEFAULT_LEAD_MILLIS;
  }

  /** Absent where it is what the rules need. */
  OptionalLong horizon(YamlMap top) {
    if (standing != null) {
      return OptionalLong.of(stands(top, HORIZON, 1, standing.horizonMillis()));
    }
    return top.has(HORIZON) ? OptionalLong.of(top.duration(HORIZON)) : OptionalLong.empty();
  }

  /** Whether rules can be held against it. */
  boolean isHorizonSound(YamlMap top) {
    return !top.has(HORIZON) || top.isSound(HORIZON);
  }

  private static long stands(YamlMap top, String name, long atLeast, long standing) {
    if (top.has(name)) {
      long said = top.duration(name, atLeast);
      if (top.isSound(name) && said != standing) {
        top.wrong(
            name,
            String.format(
                "cannot change from %s to %s; the first book has settled it for this log",
                Durations.print(standing), Durations.print(said)));
      }
    }
    return standing;
  }
}
