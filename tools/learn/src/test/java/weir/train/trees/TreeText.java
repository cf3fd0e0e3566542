package weir.train.trees;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weir.learn.Histogram;
import weir.learn.Learner;
import weir.learn.ModelContent;
import weir.learn.ModelJson;
import weir.learn.ScoreTable;
import weir.learn.Span;
import weir.learn.Training;
import weir.learn.Tree;

/** Trees as text, to compare them. */
public final class TreeText {
  private static final Pattern TREES = Pattern.compile("\"trees\":.*\"scores\":\\[\\]");

  private TreeText() {}

  public static String of(List<Tree> trees) {
    Span none = new Span(0, 0, 0, 0);
    String json =
        new String(
            ModelJson.write(
                new ModelContent(
                    Learner.BOOSTED_TREES,
                    List.of(),
                    new TreeMap<>(),
                    /* base= */ 0,
                    trees,
                    ScoreTable.of(),
                    new Training(none, none, none, new TreeMap<>(), Histogram.empty()))),
            StandardCharsets.UTF_8);
    Matcher found = TREES.matcher(json);
    if (!found.find()) {
      throw new AssertionError("no trees in " + json);
    }
    return found.group();
  }
}
