package weir.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why a margin is what it is: the bias and all contributions add up to it exactly.
 *
 * @param bias what the model says before it looks at any input
 * @param contributions those that are not 0, the strongest first, and of equal ones the input that
 *     comes first in the model
 */
public record Explained(long margin, long bias, List<Contribution> contributions) {
  private static final Comparator<Contribution> STRONGEST_FIRST =
      Comparator.comparingLong((Contribution each) -> -Math.abs(each.effect()))
          .thenComparingInt(Contribution::input);

  public Explained {
    contributions = List.copyOf(contributions);
  }

  static Explained of(long bias, long[] effects) {
    long margin = bias;
    List<Contribution> moved = new ArrayList<>();
    for (int input = 0; input < effects.length; input++) {
      margin += effects[input];
      if (effects[input] != 0) {
        moved.add(new Contribution(input, effects[input]));
      }
    }
    moved.sort(STRONGEST_FIRST);
    return new Explained(margin, bias, moved);
  }
}
