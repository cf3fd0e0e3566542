package weir.tables.derive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import weir.book.Charter;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.failure.MisuseException;
import weir.feature.Feature;
import weir.feature.Value;
import weir.layer.Column;
import weir.layer.DeclaredColumns;
import weir.layer.LakeLayer;
import weir.rules.AskingRule;
import weir.rules.Rule;
import weir.tables.files.Shape;

/**
 * The features of a rule book, as columns behind those of silver.
 *
 * @param book whose rules tell of every payment what the features say
 */
public record FeatureBook(String text, RuleBook book) {
  /** What the values of texts are called, which no other column can be called. */
  private static final String OF_TEXT = "textual_feature_";

  private static final String OF_NUMBER = "feature_";

  /**
   * A feature's column.
   *
   * @param rule the one that tells its values
   */
  record Told(String rule, Feature feature, Column column) {}

  /**
   * Reads the book in a file.
   *
   * @param settledAfterMillis how old hours are at least when they are made
   */
  public static FeatureBook read(Path file, long settledAfterMillis) {
    String text = RuleBookReader.text(file);
    FeatureBook features = new FeatureBook(text, RuleBookReader.ofFeatures(file.toString(), text));
    features.check(file, settledAfterMillis);
    return features;
  }

  private void check(Path file, long settledAfterMillis) {
    if (told().isEmpty()) {
      throw new MisuseException("--features: " + file + " has no features");
    }
    Set<String> lists = new TreeSet<>();
    book.rules().forEach(each -> lists.addAll(each.lists()));
    if (!lists.isEmpty()) {
      throw new MisuseException(
          "--features: " + file + " has features that ask lists, which no lake has: " + lists);
    }
    if (charter().allowedLatenessMillis() > settledAfterMillis) {
      throw new MisuseException(
          "--settled-after: payments of an hour may come later than that by "
              + file
              + " (allowedLateness): make it at least as long");
    }
  }

  Charter charter() {
    return book.charter();
  }

  List<Told> told() {
    List<Told> told = new ArrayList<>();
    for (Rule rule : book.rules()) {
      for (Feature each : ((AskingRule) rule).features()) {
        told.add(new Told(rule.header().id(), each, column(each)));
      }
    }
    return told;
  }

  private static Column column(Feature feature) {
    boolean isText = feature.type() == Value.Type.TEXT;
    String name = (isText ? OF_TEXT : OF_NUMBER) + feature.name();
    return Column.optional(
        DeclaredColumns.id(name), name, isText ? Column.Type.TEXT : Column.Type.REAL);
  }

  /** Silver, and what the features say. */
  public Shape shape() {
    List<Column> columns = new ArrayList<>(LakeLayer.SILVER.columns());
    told().forEach(each -> columns.add(each.column()));
    return new Shape("enriched", columns, LakeLayer.SILVER.time());
  }
}
