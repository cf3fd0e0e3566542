package weir.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.files.Suggestion;
import weir.files.YamlFile;
import weir.files.YamlMap;
import weir.rules.Models;
import weir.rules.Rule;

/** A value that the text of a book gives to a rule, and the books with others in its place. */
public final class RuleParameter {
  /** With others it would be no longer the same rule. */
  private static final Set<String> NAMING = Set.of("id", "version");

  private final Source source;
  private final String rule;
  private final String name;
  private final String value;
  private final RuleBook book;

  /**
   * The text of a book.
   *
   * @param file what the text is called in messages
   * @param standing the charter of the books before; null if the text is the first
   * @param models those that rules can name
   */
  public record Source(String file, String yaml, @Nullable Charter standing, Models models) {
    private RuleBook read(YamlMap top) {
      return RuleBookReader.book(top, CharterReader.of(standing), UnaryOperator.identity(), models);
    }
  }

  private RuleParameter(Source source, String rule, String name, String value, RuleBook book) {
    this.source = source;
    this.rule = rule;
    this.name = name;
    this.value = value;
    this.book = book;
  }

  /**
   * Finds it, in a text that must be a book.
   *
   * @param name with dots for a field of a mapping inside the rule, such as filter.amountAtMost
   */
  public static RuleParameter of(Source source, String rule, String name) {
    YamlMap top = YamlFile.parse(source.file(), source.yaml());
    RuleBook book = source.read(top);
    List<String> ids = book.rules().stream().map(each -> each.header().id()).toList();
    Map<String, String> said =
        find(top, rule)
            .orElseThrow(
                () ->
                    new MisuseException(
                        unknown(source.file() + " has no rule '" + rule + "'", rule, ids)))
            .said();
    Set<String> names = new TreeSet<>(said.keySet());
    names.removeAll(NAMING);
    if (!names.contains(name)) {
      throw new MisuseException(
          unknown(
              source.file() + " gives no '" + name + "' to the rule '" + rule + "'", name, names));
    }
    return new RuleParameter(source, rule, name, said.getOrDefault(name, ""), book);
  }

  private static String unknown(String sentence, String written, Iterable<String> words) {
    List<String> all = new ArrayList<>();
    words.forEach(all::add);
    String meant = Suggestion.after(written, all);
    return sentence + (meant.isEmpty() ? ", expected one of " + String.join(", ", all) : meant);
  }

  private static Optional<YamlMap> find(YamlMap top, String rule) {
    return top.maps("rules", "at least one rule").stream()
        .filter(each -> each.says("id", rule))
        .findFirst();
  }

  /** The id of the rule. */
  public String rule() {
    return rule;
  }

  public String name() {
    return name;
  }

  /** As it stands in the text. */
  public String value() {
    return value;
  }

  /** The book as it stands. */
  public RuleBook book() {
    return book;
  }

  /** The rules of a book that are this one, or that are not. */
  public List<Rule> rules(RuleBook of, boolean these) {
    return of.rules().stream().filter(each -> each.header().id().equals(rule) == these).toList();
  }

  /** The book with another value; what it is not read with is told as a fault of the file. */
  public RuleBook with(String other) {
    YamlMap top = YamlFile.parse(source.file(), source.yaml());
    find(top, rule).orElseThrow().replace(name, other);
    return source.read(top);
  }
}
