package weir.train.trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import weir.learn.Tree;

/**
 * A booster as XGBoost saves it, turned into trees of whole numbers. An input is a whole number, so
 * it is below a threshold exactly if it is below the threshold rounded up.
 */
final class BoosterJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode trees;

  private BoosterJson(JsonNode trees) {
    this.trees = trees;
  }

  static BoosterJson read(byte[] saved) {
    try {
      return new BoosterJson(JSON.readTree(saved).at("/learner/gradient_booster/model/trees"));
    } catch (IOException broken) {
      throw new IllegalStateException("XGBoost saved what is no JSON: " + broken, broken);
    }
  }

  /** The first trees. */
  List<Tree> trees(int number) {
    List<Tree> result = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      result.add(new OneTree(trees.get(i)).convert());
    }
    return result;
  }

  /** By how much the splits of the first trees at each input lessened the loss. */
  double[] gains(int number, int inputs) {
    double[] gains = new double[inputs];
    for (int i = 0; i < number; i++) {
      JsonNode tree = trees.get(i);
      for (int node = 0; node < tree.get("left_children").size(); node++) {
        if (tree.get("left_children").get(node).intValue() >= 0) {
          gains[tree.get("split_indices").get(node).intValue()] +=
              tree.get("loss_changes").get(node).doubleValue();
        }
      }
    }
    return gains;
  }

  private static final class OneTree {
    private final JsonNode left;
    private final JsonNode right;
    private final JsonNode inputs;

    /** The threshold of a node, or the value of a leaf. */
    private final JsonNode conditions;

    private final JsonNode covers;
    private final long[] means;
    private final Tree.Builder tree = Tree.builder();

    OneTree(JsonNode json) {
      left = json.get("left_children");
      right = json.get("right_children");
      inputs = json.get("split_indices");
      conditions = json.get("split_conditions");
      covers = json.get("sum_hessian");
      means = new long[left.size()];
    }

    Tree convert() {
      computeMean(0);
      write(0);
      return tree.build();
    }

    private boolean isLeaf(int node) {
      return left.get(node).intValue() < 0;
    }

    private float condition(int node) {
      return Float.parseFloat(conditions.get(node).asText());
    }

    /** That of its leaves, weighted by how much of the training lies behind each branch. */
    private void computeMean(int node) {
      if (isLeaf(node)) {
        means[node] = Math.round(condition(node) * Levels.UNIT);
        return;
      }
      int one = left.get(node).intValue();
      int other = right.get(node).intValue();
      computeMean(one);
      computeMean(other);
      double ofOne = covers.get(one).doubleValue();
      double ofOther = covers.get(other).doubleValue();
      means[node] = Math.round((means[one] * ofOne + means[other] * ofOther) / (ofOne + ofOther));
    }

    private void write(int node) {
      if (isLeaf(node)) {
        tree.leaf(means[node]);
        return;
      }
      tree.split(inputs.get(node).intValue(), (int) Math.ceil(condition(node)), means[node]);
      write(left.get(node).intValue());
      write(right.get(node).intValue());
    }
  }
}
