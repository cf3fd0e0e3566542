package weir.train.trees;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.learn.Tree;
import weir.train.measure.Ranking;
import weir.train.rows.Part;
import weir.train.rows.Parts;
import weir.train.rows.Progress;

/**
 * Gradient boosted trees, grown by XGBoost from labels. Of several depths, and of as many trees as
 * help, those are chosen that reach the highest average precision on the validated span.
 *
 * @param depths those that are tried
 * @param mostTrees of one candidate
 */
public record BoostedTrees(long seed, List<Integer> depths, int mostTrees) {
  /** Fewer teach nothing, and choosing by fewer would be choosing by chance. */
  private static final int LEAST_FRAUDS = 10;

  private static final double LEARNING_RATE = 0.1;
  private static final int TREES_PER_CHECK = 5;

  /** So many checks without a better result end a candidate. */
  private static final int PATIENCE = 6;

  public BoostedTrees {
    depths = List.copyOf(depths);
  }

  /** A size, and what it reached. */
  private record Candidate(int depth, int trees, double precision, BoosterJson booster) {}

  public Grown grow(Parts parts, Progress progress) {
    checkLabels("learned", parts.learned(), parts.remedy());
    checkLabels("validated", parts.validated(), parts.remedy());
    Candidate chosen = choose(parts, progress);
    long base = Math.round(Calibration.logit(fraudRate(parts.learned())) * Levels.UNIT);
    List<Tree> trees = chosen.booster().trees(chosen.trees());
    long[] margins = Draft.margins(base, trees, parts.validated());
    return new Grown(
        chosen.trees() + " trees of depth " + chosen.depth(),
        base,
        trees,
        Calibration.fit(margins, parts.validated()).table(),
        shares(chosen.booster().gains(chosen.trees(), parts.learned().inputs())));
  }

  private static void checkLabels(String name, Part part, String remedy) {
    int frauds = part.frauds();
    if (frauds < LEAST_FRAUDS || part.size() - frauds < LEAST_FRAUDS) {
      throw new MisuseException(
          "the "
              + name
              + " span has "
              + part.size()
              + " transactions and "
              + frauds
              + " of them are known as fraud, expected at least "
              + LEAST_FRAUDS
              + " frauds and as many others: "
              + remedy
              + ", or train an isolation-forest, which needs no labels");
    }
  }

  private static float fraudRate(Part learned) {
    return (float) ((double) learned.frauds() / learned.size());
  }

  private Candidate choose(Parts parts, Progress progress) {
    DMatrix learned = Native.matrix(parts.learned());
    DMatrix validated = Native.matrix(parts.validated());
    try {
      @Nullable Candidate best = null;
      for (int depth : depths) {
        Candidate next = candidate(depth, learned, validated, parts, progress);
        if (best == null || next.precision() > best.precision()) {
          best = next;
        }
      }
      if (best == null) {
        throw new IllegalArgumentException("there is no depth to try");
      }
      return best;
    } finally {
      learned.dispose();
      validated.dispose();
    }
  }

  private Candidate candidate(
      int depth, DMatrix learned, DMatrix validated, Parts parts, Progress progress) {
    String step = "growing trees of depth " + depth;
    Booster booster = Native.begin(learned, params(depth, fraudRate(parts.learned())));
    try {
      double best = -1;
      int trees = 0;
      for (int grown = 1; grown <= mostTrees; grown++) {
        int round = grown - 1;
        if (round > 0) {
          Native.run(
              () -> {
                booster.update(learned, round);
                return booster;
              });
        }
        if (grown % TREES_PER_CHECK == 0 || grown == mostTrees) {
          progress.at(step, grown, mostTrees);
          double precision = averagePrecision(booster, validated, parts.validated());
          if (precision > best) {
            best = precision;
            trees = grown;
          } else if (grown - trees >= PATIENCE * TREES_PER_CHECK) {
            break;
          }
        }
      }
      byte[] saved = Native.run(() -> booster.toByteArray(Native.JSON));
      return new Candidate(depth, trees, best, BoosterJson.read(saved));
    } finally {
      booster.dispose();
    }
  }

  private static double averagePrecision(Booster booster, DMatrix matrix, Part part) {
    float[][] said = Native.run(() -> booster.predict(matrix, /* outputMargin= */ true));
    long[] margins = new long[said.length];
    for (int i = 0; i < margins.length; i++) {
      margins[i] = Math.round(said[i][0] * Levels.UNIT);
    }
    return Ranking.of(margins, part).averagePrecision().orElseThrow();
  }

  private Map<String, Object> params(int depth, float fraudRate) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("objective", "binary:logistic");
    params.put("tree_method", "hist");
    // With two the sums would depend on who comes first; and on a busy machine they only wait.
    params.put("nthread", 1);
    params.put("seed", Math.floorMod(seed, Integer.MAX_VALUE));
    params.put("max_depth", depth);
    params.put("eta", LEARNING_RATE);
    params.put("base_score", fraudRate);
    params.put("verbosity", 0);
    return params;
  }

  /** As parts of the greatest. */
  private static List<Double> shares(double[] gains) {
    double greatest = Arrays.stream(gains).max().orElse(0);
    return Arrays.stream(gains).mapToObj(gain -> greatest > 0 ? gain / greatest : 0.0).toList();
  }
}
