package weir.train.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import weir.failure.MisuseException;
import weir.learn.Tree;
import weir.train.rows.Part;
import weir.train.rows.Progress;

/**
 * An isolation forest (Liu, Ting and Zhou, 2008). Trees cut small samples at random, without
 * looking at labels. What is unlike the rest is alone after few cuts. The shorter the average way
 * to a leaf, the higher the score: 2^(-average / expected).
 *
 * @param sample how many transactions each tree sees
 */
public record IsolationForest(long seed, int trees, int sample) {

  public Grown grow(Part learned, Progress progress) {
    if (learned.size() < 2) {
      throw new MisuseException(
          "the learned span has "
              + learned.size()
              + " transactions, expected at least 2: give it a longer log");
    }
    int size = Math.min(sample, learned.size());
    SplittableRandom random = new SplittableRandom(seed);
    double[] cuts = new double[learned.inputs()];
    List<Tree> grown = new ArrayList<>();
    for (int i = 0; i < trees; i++) {
      SplittableRandom ofTree = random.split();
      int[] seen = draw(size, learned.size(), ofTree);
      grown.add(new IsolationTree(learned, ofTree, mostDepth(size), cuts).grow(seen));
      progress.at("growing isolation trees", i + 1, trees);
    }
    double expected = trees * IsolationTree.expectedWay(size);
    return new Grown(
        trees + " trees of " + size + " transactions each",
        /* base= */ 0,
        grown,
        Levels.table(share -> expected * StrictMath.log(share) / StrictMath.log(2)),
        shares(cuts));
  }

  /** A tree that halves its sample each time has this depth; deeper ones isolate nothing. */
  private static int mostDepth(int size) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(size - 1);
  }

  /** So many different numbers below a limit, all choices equally likely (Floyd's method). */
  private static int[] draw(int size, int limit, SplittableRandom random) {
    Set<Integer> drawn = new LinkedHashSet<>();
    for (int top = limit - size; top < limit; top++) {
      int number = random.nextInt(top + 1);
      drawn.add(drawn.contains(number) ? top : number);
    }
    return drawn.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<Double> shares(double[] cuts) {
    double greatest = Arrays.stream(cuts).max().orElse(0);
    return Arrays.stream(cuts).mapToObj(each -> greatest > 0 ? each / greatest : 0.0).toList();
  }
}
