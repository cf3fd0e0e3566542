package weir.train.trees;

import weir.learn.ScoreTable;
import weir.train.rows.Part;

/**
 * From margins to probabilities by Platt's method: a logistic curve through the margins of rows
 * that the trees did not grow from. It has two parameters, so it can be fitted to few frauds, and
 * it rises everywhere, so the scores rank as the margins do. Isotonic regression, the other usual
 * way, would make steps: many margins would get one score, above all at the top, where alerts are.
 *
 * @param slope greater than 0
 */
record Calibration(double slope, double offset) {
  private static final Calibration NONE = new Calibration(/* slope= */ 1, /* offset= */ 0);
  private static final int MOST_STEPS = 100;
  private static final double LEAST_CHANGE = 1e-9;

  /** Keeps the matrix of second derivatives invertible. */
  private static final double RIDGE = 1e-12;

  private static final double LEAST_STEP = 1e-10;
  private static final double ENOUGH_OF_SLOPE = 1e-4;

  /**
   * Newton's method with step halving, after Lin, Lin and Weng (2007). Their targets, which are a
   * little less than certain, keep the curve from becoming infinitely steep.
   */
  static Calibration fit(long[] margins, Part part) {
    double frauds = part.frauds();
    double honest = part.size() - frauds;
    if (frauds == 0 || honest == 0) {
      return NONE;
    }
    double ofFraud = (frauds + 1) / (frauds + 2);
    double ofHonest = 1 / (honest + 2);
    double slope = 1;
    double offset = 0;
    double loss = loss(margins, part, slope, offset, ofFraud, ofHonest);
    for (int step = 0; step < MOST_STEPS; step++) {
      double slope2 = RIDGE;
      double offset2 = RIDGE;
      double both = 0;
      double slope1 = 0;
      double offset1 = 0;
      for (int i = 0; i < margins.length; i++) {
        double margin = margins[i] / Levels.UNIT;
        double probability = logistic(slope * margin + offset);
        double weight = probability * (1 - probability);
        double error = probability - (part.fraud(i) ? ofFraud : ofHonest);
        slope2 += margin * margin * weight;
        offset2 += weight;
        both += margin * weight;
        slope1 += margin * error;
        offset1 += error;
      }
      double determinant = slope2 * offset2 - both * both;
      double slopeStep = -(offset2 * slope1 - both * offset1) / determinant;
      double offsetStep = -(slope2 * offset1 - both * slope1) / determinant;
      double descent = slope1 * slopeStep + offset1 * offsetStep;
      if (Math.abs(slope1) < LEAST_CHANGE * margins.length
          && Math.abs(offset1) < LEAST_CHANGE * margins.length) {
        break;
      }
      double size = 1;
      while (size >= LEAST_STEP) {
        double nextSlope = slope + size * slopeStep;
        double nextOffset = offset + size * offsetStep;
        double next = loss(margins, part, nextSlope, nextOffset, ofFraud, ofHonest);
        if (next < loss + ENOUGH_OF_SLOPE * size * descent) {
          slope = nextSlope;
          offset = nextOffset;
          loss = next;
          break;
        }
        size /= 2;
      }
      if (size < LEAST_STEP) {
        break;
      }
    }
    // Margins that say the contrary of what they should cannot be calibrated.
    return slope > 0 ? new Calibration(slope, offset) : NONE;
  }

  private static double loss(
      long[] margins, Part part, double slope, double offset, double ofFraud, double ofHonest) {
    double loss = 0;
    for (int i = 0; i < margins.length; i++) {
      double logit = slope * margins[i] / Levels.UNIT + offset;
      double target = part.fraud(i) ? ofFraud : ofHonest;
      // The same as -target log p - (1 - target) log (1 - p), without infinity.
      loss +=
          (logit >= 0 ? (1 - target) * logit : -target * logit)
              + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
    }
    return loss;
  }

  static double logistic(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  static double logit(double probability) {
    return StrictMath.log(probability / (1 - probability));
  }

  ScoreTable table() {
    return Levels.table(share -> (logit(share) - offset) / slope);
  }
}
