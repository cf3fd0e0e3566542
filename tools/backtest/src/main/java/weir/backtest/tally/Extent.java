package weir.backtest.tally;

/**
 * How much was judged, as far as payments do not tell it.
 *
 * @param records how many were read
 * @param deadLetters how many of them were not judged, or not heard
 * @param unsettled alerts that came when what they are about was settled
 * @param partial whether the log was not read to its end
 */
public record Extent(
    long records, long deadLetters, long unsettled, boolean partial, Sample sample) {}
