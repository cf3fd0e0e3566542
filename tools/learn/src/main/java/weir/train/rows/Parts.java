package weir.train.rows;

import weir.files.Durations;

/**
 * The rows as they are used.
 *
 * @param learned trees grow from these
 * @param validated the size of a model is chosen by these, and its scores are calibrated
 * @param tested neither of these looks at them
 * @param gapMillis how much of the time before each cut is in none of them
 */
public record Parts(Part learned, Part validated, Part tested, long gapMillis) {
  private static final long MINUTE = 60_000;

  /** What helps if one of them is too small. */
  public String remedy() {
    return "give it a longer log"
        + (gapMillis == 0
            ? ""
            : ", or a --gap shorter than "
                + Durations.print(gapMillis - gapMillis % MINUTE)
                + " (left out before each span)");
  }
}
