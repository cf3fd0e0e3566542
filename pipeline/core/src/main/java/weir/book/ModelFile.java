package weir.book;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weir.failure.MisuseException;
import weir.files.TextFile;
import weir.learn.FaultyModelException;
import weir.learn.Learner;
import weir.learn.Model;

/** Reads a model out of the file that training wrote. */
public final class ModelFile {
  /** How a file tells the beginning of its model's name: model-0123456789ab.json. */
  private static final Pattern NAMED = Pattern.compile("model-([0-9a-f]{8,64})[.]json");

  private static final int LETTERS_IN_NAME = 12;

  private ModelFile() {}

  /** What a file of the model is called. */
  public static String nameOf(Model model) {
    return "model-" + model.name().substring(0, LETTERS_IN_NAME) + ".json";
  }

  /** The lines of a book that ask it, on trial. */
  public static String rule(Model model) {
    return "  - id: model\n"
        + "    version: 1\n"
        + "    kind: model\n"
        + "    severity: high\n"
        + "    mode: shadow\n"
        + "    artefact: "
        + model.name()
        + "\n    over: "
        + usualLimit(model.content().learner())
        + "\n";
  }

  /** Where it would begin to mean something: a rule on trial shows how many alerts that makes. */
  private static int usualLimit(Learner learner) {
    return switch (learner) {
      // More likely a fraud than not.
      case BOOSTED_TREES -> 500;
      // Half of all scores are about 500.
      case ISOLATION_FOREST -> 650;
    };
  }

  public static Model read(Path file) {
    String text = TextFile.read(file, "a model that ./weir train has written");
    Model model;
    try {
      model = Model.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (FaultyModelException faulty) {
      throw new MisuseException(file + ": " + faulty.getMessage(), faulty);
    }
    Matcher named = NAMED.matcher(String.valueOf(file.getFileName()));
    if (named.matches() && !model.name().startsWith(named.group(1))) {
      throw new MisuseException(
          file
              + ": its content is that of the model "
              + model.name()
              + ", and not of the one that its name says; it was changed since it was trained");
    }
    return model;
  }
}
