package weir.notice;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weir.book.RuleBook;
import weir.failure.MisuseException;
import weir.files.YamlTree;
import weir.notice.BookChanges.RuleChange;
import weir.notice.BookChanges.RuleText;
import weir.rules.Rule;

/**
 * The text of a book that judges as the standing one does, with rules of another one on trial
 * beside its own. They flag nothing until that one is announced itself.
 */
public final class TrialText {
  /**
   * Behind the id of a rule on trial: one that stands stays live meanwhile, and a new one goes live
   * with the version that it has in its file.
   */
  public static final String SUFFIX = "-trial";

  private static final String RULES = "rules";
  private static final String FEATURES = "features";
  private static final String ID = "id";

  private final String name;
  private final int number;
  private final YamlTree standing;
  private final YamlTree file;

  private TrialText(Announced standing, String name, String text) {
    this.name = name;
    this.number = standing.number();
    this.standing = YamlTree.parse(standing.text());
    this.file = YamlTree.parse(text);
  }

  /**
   * Puts on trial what is new in a text, or another than in the standing book.
   *
   * @param name what the text is called
   * @param book that the text is
   * @param changes from the standing book to that one
   */
  public static String of(
      Announced standing, String name, String text, RuleBook book, BookChanges changes) {
    if (!changes.currencyScale().isEmpty()) {
      throw new MisuseException(
          name
              + ": its currencyScale is not that of book "
              + standing.number()
              + ", and a book has one only: on trial rules keep the one that stands");
    }
    return new TrialText(standing, name, text).with(book, changes);
  }

  private String with(RuleBook book, BookChanges changes) {
    Set<String> tried =
        Stream.concat(
                changes.added().stream().map(RuleText::id),
                changes.changed().stream().map(RuleChange::id))
            .collect(Collectors.toUnmodifiableSet());
    book.rules().stream().filter(each -> tried.contains(each.header().id())).forEach(this::put);
    return "# Book " + number + ", with rules of another file on trial.\n" + standing.text();
  }

  private void put(Rule rule) {
    String id = rule.header().id() + SUFFIX;
    standing.items(RULES).stream()
        .filter(each -> is(each, id))
        .forEach(each -> standing.remove(RULES, each));
    YamlTree text =
        file.items(RULES).stream()
            .filter(each -> is(each, rule.header().id()))
            .findFirst()
            .orElseThrow();
    text.replace(ID, id);
    text.remove("rollout");
    text.replace("mode", "shadow");
    standing.add(RULES, text);
    rule.featureNames().forEach(this::feature);
  }

  private static boolean is(YamlTree rule, String id) {
    return rule.said(ID).filter(id::equals).isPresent();
  }

  /** A feature means one thing in a book. */
  private void feature(String feature) {
    YamlTree its = file.inside(FEATURES).flatMap(all -> all.inside(feature)).orElseThrow();
    if (standing.inside(FEATURES).isEmpty()) {
      standing.put(FEATURES, YamlTree.empty());
    }
    YamlTree features = standing.inside(FEATURES).orElseThrow();
    if (features.inside(feature).filter(old -> !old.said().equals(its.said())).isPresent()) {
      throw new MisuseException(
          name
              + ": the feature '"
              + feature
              + "' is another in book "
              + number
              + "; give it another name to try it beside that one");
    }
    features.put(feature, its);
  }
}
