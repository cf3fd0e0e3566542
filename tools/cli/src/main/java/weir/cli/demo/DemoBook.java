package weir.cli.demo;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weir.book.RuleBookReader;
import weir.files.YamlFile;
import weir.learn.FaultyModelException;
import weir.learn.Model;

/**
 * The rule book of a demo: the default book, to which a file adds features and the rule of a model
 * on trial. The model ships beside that file.
 */
public final class DemoBook {
  private static final String ADDITIONS = "on-trial.yaml";
  private static final String FEATURES = "\nfeatures:\n";
  private static final String RULES = "\nrules:\n";
  private static final Pattern ARTEFACT = Pattern.compile("artefact: (([0-9a-f]{12})[0-9a-f]{52})");

  private DemoBook() {}

  /** Its text: what the file adds stands at the end of the same section. */
  public static String text() {
    String standard = RuleBookReader.defaultText();
    String added = additions();
    int features = begin(added, FEATURES);
    int rules = begin(added, RULES);
    int standardRules = begin(standard, RULES);
    return added.substring(0, features)
        + "\n"
        + standard.substring(0, standardRules)
        + added.substring(features + FEATURES.length(), rules)
        + standard.substring(standardRules)
        + "\n"
        + added.substring(rules + RULES.length());
  }

  /** What the model on trial is called: the SHA-256 of its bytes. */
  public static String modelName() {
    return artefact().group(1);
  }

  /** What the file of the model on trial is called. */
  public static String modelFile() {
    return "model-" + artefact().group(2) + ".json";
  }

  /** The text of the model on trial. */
  public static String modelText() {
    return YamlFile.textOfShipped(DemoBook.class, modelFile());
  }

  /** The model on trial. */
  public static Model model() {
    try {
      return Model.parse(modelText().getBytes(StandardCharsets.UTF_8));
    } catch (FaultyModelException broken) {
      throw new IllegalStateException(modelFile() + " is broken", broken);
    }
  }

  private static Matcher artefact() {
    Matcher found = ARTEFACT.matcher(additions());
    if (!found.find()) {
      throw new IllegalStateException(ADDITIONS + " names no model");
    }
    return found;
  }

  private static String additions() {
    return YamlFile.textOfShipped(DemoBook.class, ADDITIONS);
  }

  private static int begin(String text, String section) {
    int begin = text.indexOf(section);
    if (begin < 0) {
      throw new IllegalStateException("a shipped book has no section" + section.stripTrailing());
    }
    return begin;
  }
}
