package weir.learn;

/**
 * How far an input or the score has gone from training.
 *
 * @param input its number among the inputs of the model, or {@link #SCORE}
 * @param index the population stability index; 0 is the same distribution
 */
public record Drifted(int input, double index) {
  public static final int SCORE = -1;

  public boolean isOfScore() {
    return input == SCORE;
  }

  /** Whether it is a distribution of another kind. */
  public boolean isAnother() {
    return index > Drift.ANOTHER;
  }
}
