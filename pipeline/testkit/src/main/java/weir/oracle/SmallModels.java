package weir.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import weir.book.RuleBookReader;
import weir.learn.FaultyModelException;
import weir.learn.Histogram;
import weir.learn.Learner;
import weir.learn.Model;
import weir.learn.ModelContent;
import weir.learn.ModelInput;
import weir.learn.ModelJson;
import weir.learn.ScoreTable;
import weir.learn.Span;
import weir.learn.Training;
import weir.learn.Tree;
import weir.rules.OfInputs;

/** Models that nobody trained: they fit a book, and split where its transactions differ. */
public final class SmallModels {
  private static final int DEPTH = 4;
  private static final int MOST_LEAF = 1 << 20;
  private static final Span SPAN = new Span(0, 1, 2, 1);

  private SmallModels() {}

  /**
   * A model of some trees.
   *
   * @param book the text of a book
   * @param inputs expressions; none if all numbers are wanted that the book has
   */
  public static Model of(String book, List<String> inputs, int trees, Random random) {
    List<ModelInput> its = inputs(asking(book, inputs), Histogram.empty(0));
    List<Tree> grown = new ArrayList<>();
    for (int i = 0; i < trees; i++) {
      Tree.Builder tree = Tree.builder();
      grow(tree, its, random, DEPTH);
      grown.add(tree.build());
    }
    long[] margins = random.longs(ScoreTable.MOST, -2L * MOST_LEAF, 2L * MOST_LEAF).toArray();
    Arrays.sort(margins);
    return of(book, inputs, random.nextInt(MOST_LEAF) - MOST_LEAF / 2, grown, margins);
  }

  /** A model of these trees. */
  public static Model of(
      String book, List<String> inputs, long base, List<Tree> trees, long... margins) {
    return of(
        book,
        inputs,
        base,
        trees,
        ScoreTable.of(margins),
        Histogram.empty(0),
        Histogram.empty(500));
  }

  /**
   * A model that gives every transaction a score of 0.
   *
   * @param learned how each of its inputs was distributed in training
   * @param scores how its scores were
   */
  public static Model learned(
      String book, List<String> inputs, Histogram learned, Histogram scores) {
    long[] beyond = new long[ScoreTable.MOST];
    Arrays.fill(beyond, 1);
    return of(book, inputs, /* base= */ 0, List.of(), ScoreTable.of(beyond), learned, scores);
  }

  private static Model of(
      String book,
      List<String> inputs,
      long base,
      List<Tree> trees,
      ScoreTable table,
      Histogram learned,
      Histogram scores) {
    OfInputs asking = asking(book, inputs);
    try {
      return Model.parse(
          ModelJson.write(
              new ModelContent(
                  Learner.BOOSTED_TREES,
                  inputs(asking, learned),
                  asking.definitions(),
                  base,
                  trees,
                  table,
                  new Training(SPAN, SPAN, SPAN, new TreeMap<>(), scores))));
    } catch (FaultyModelException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static OfInputs asking(String book, List<String> inputs) {
    return (OfInputs) RuleBookReader.ofInputs("book", book, inputs).rules().get(0);
  }

  private static List<ModelInput> inputs(OfInputs rule, Histogram learned) {
    List<ModelInput> its = new ArrayList<>();
    for (int i = 0; i < rule.inputs().size(); i++) {
      its.add(new ModelInput(rule.text(i), rule.inputs().scales().get(i), rule.usual(i), learned));
    }
    return its;
  }

  private static void grow(Tree.Builder tree, List<ModelInput> inputs, Random random, int depth) {
    long mean = (long) random.nextInt(2 * MOST_LEAF) - MOST_LEAF;
    if (depth == 0 || random.nextInt(6) == 0) {
      tree.leaf(mean);
      return;
    }
    tree.split(random.nextInt(inputs.size()), threshold(random), mean);
    grow(tree, inputs, random, depth - 1);
    grow(tree, inputs, random, depth - 1);
  }

  /**
   * Counts are small, amounts in their smallest units are not, and what is missing is below all.
   */
  private static int threshold(Random random) {
    int bits = random.nextInt(17);
    return random.nextInt(8) == 0 ? -100 : random.nextInt(1 << bits) + 1;
  }

  /** A rule that asks a model. */
  public static String rule(String id, Model model, int over, String more) {
    return "  - {id: "
        + id
        + ", version: 1, severity: high, kind: model, artefact: "
        + model.name()
        + ", over: "
        + over
        + more
        + "}\n";
  }
}
