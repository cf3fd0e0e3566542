package weir.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Says what a model says, slowly, from its JSON alone. */
final class NaiveModel {
  private final JsonNode json;

  NaiveModel(byte[] artefact) throws IOException {
    json = new ObjectMapper().readTree(artefact);
  }

  /** A node with its branches; a leaf has none. */
  private record Node(int input, int below, BigInteger mean, List<Node> branches) {}

  /** Reads nodes off the front of a tree's lists. */
  private static final class Nodes {
    private final JsonNode tree;
    private int node;
    private int threshold;

    Nodes(JsonNode tree) {
      this.tree = tree;
    }

    Node next() {
      int split = tree.get("split").get(node).intValue();
      BigInteger mean = tree.get("mean").get(node++).bigIntegerValue();
      if (split < 0) {
        return new Node(split, 0, mean, List.of());
      }
      int below = tree.get("below").get(threshold++).intValue();
      Node left = next();
      return new Node(split, below, mean, List.of(left, next()));
    }
  }

  /** The nodes that the values lead through, for each tree. */
  private List<List<Node>> paths(long[] values) {
    List<List<Node>> paths = new ArrayList<>();
    for (JsonNode tree : json.get("trees")) {
      List<Node> path = new ArrayList<>();
      Node node = new Nodes(tree).next();
      path.add(node);
      while (!node.branches().isEmpty()) {
        node = node.branches().get(values[node.input()] < node.below() ? 0 : 1);
        path.add(node);
      }
      paths.add(path);
    }
    return paths;
  }

  BigInteger margin(long[] values) {
    BigInteger margin = json.get("base").bigIntegerValue();
    for (List<Node> path : paths(values)) {
      margin = margin.add(path.get(path.size() - 1).mean());
    }
    return margin;
  }

  BigInteger effect(int input, long[] values) {
    BigInteger effect = BigInteger.ZERO;
    for (List<Node> path : paths(values)) {
      for (int i = 1; i < path.size(); i++) {
        if (path.get(i - 1).input() == input) {
          effect = effect.add(path.get(i).mean()).subtract(path.get(i - 1).mean());
        }
      }
    }
    return effect;
  }

  int score(BigInteger margin) {
    int score = 0;
    for (JsonNode entry : json.get("scores")) {
      score += entry.bigIntegerValue().compareTo(margin) <= 0 ? 1 : 0;
    }
    return score;
  }
}
