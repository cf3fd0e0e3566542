package weir.train.measure;

import java.util.Arrays;
import java.util.stream.IntStream;
import weir.learn.Histogram;
import weir.learn.InputScale;
import weir.learn.ScoreTable;
import weir.train.rows.Part;

/** How values and scores were distributed, so that it can be seen later whether they still are. */
public final class Distribution {
  /** Narrow where most scores are. */
  private static final long[] EDGES_OF_SCORES = {
    1, 2, 5, 10, 20, 50, 100, 200, 300, 400, 500, 600, 700, 800, 900
  };

  /** Each bin has about a twentieth of the values. */
  private static final int BINS = 20;

  private Distribution() {}

  /** Of an input. Missing values have the first bin for themselves. */
  public static Histogram ofInput(Part part, int input) {
    int[] sorted = new int[part.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = part.value(i, input);
    }
    Arrays.sort(sorted);
    long[] edges =
        IntStream.concat(IntStream.of((int) InputScale.MISSING + 1), quantiles(sorted, BINS))
            .filter(edge -> edge > InputScale.MISSING)
            .distinct()
            .asLongStream()
            .toArray();
    Histogram empty = Histogram.empty(edges);
    long[] counts = new long[empty.bins()];
    for (int value : sorted) {
      counts[empty.bin(value)]++;
    }
    return empty.with(counts);
  }

  private static IntStream quantiles(int[] sorted, int bins) {
    return IntStream.range(sorted.length == 0 ? bins : 0, bins)
        .map(i -> sorted[(int) ((long) i * sorted.length / bins)]);
  }

  public static Histogram ofScores(Scores scores) {
    Histogram empty = Histogram.empty(EDGES_OF_SCORES);
    long[] counts = new long[empty.bins()];
    for (int score = 0; score <= ScoreTable.MOST; score++) {
      counts[empty.bin(score)] += scores.frauds(score) + scores.honest(score);
    }
    return empty.with(counts);
  }
}
