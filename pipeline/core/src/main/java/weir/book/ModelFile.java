package weir.book;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weir.failure.MisuseException;
import weir.files.TextFile;
import weir.learn.FaultyModelException;
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
