package weir.backtest.answer;

/**
 * How much an answer rests on.
 *
 * @param records how many were read, those before the period with them
 * @param payments those of the period that were judged
 * @param deadLetters records that were not judged, or not heard, since what the windows of the
 *     period reach back to
 * @param unsettled alerts that came so late that figures may count them twice or not at all: their
 *     records have log times far below those around them
 * @param labels how many were heard, in the whole log
 * @param frauds how many payments of the period are labelled as fraud
 * @param unknown how many labelled payments are not among those of the period: of another time, or
 *     not in the log
 * @param sample the part of the users that was looked at, above 0 and at most 1
 */
public record Volume(
    long records,
    long payments,
    long deadLetters,
    long unsettled,
    long labels,
    long frauds,
    long unknown,
    double sample) {

  /** Whether anything is known of what was fraud; without, there are no {@link Hits}. */
  public boolean isLabelled() {
    return labels > 0;
  }
}
