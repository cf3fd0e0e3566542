package weir.book;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import weir.files.Durations;
import weir.files.YamlMap;

/** Reads the charter of a book: of the first one from its text, of later ones from the first. */
final class CharterReader {
  private static final String LATENESS = "allowedLateness";
  private static final String SKEW = "allowedClockSkew";
  private static final String HORIZON = "horizon";
  private static final String LEAD = "lead";

  /** With less a worker would have to wait for each news. */
  private static final long LEAST_LEAD_MILLIS = 1000;

  private final @Nullable Charter standing;

  CharterReader(@Nullable Charter standing) {
    this.standing = standing;
  }

  long lateness(YamlMap top) {
    return standing == null
        ? top.duration(LATENESS, 0)
        : stands(top, LATENESS, 0, standing.allowedLatenessMillis());
  }

  long skew(YamlMap top) {
    return standing == null
        ? top.duration(SKEW, 0)
        : stands(top, SKEW, 0, standing.allowedClockSkewMillis());
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
                "%s is %s and cannot change to %s; the first book has settled it for this log",
                name, Durations.print(standing), Durations.print(said)));
      }
    }
    return standing;
  }
}
