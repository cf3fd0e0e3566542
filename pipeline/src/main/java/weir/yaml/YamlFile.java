package weir.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Gets to the mapping that a YAML file consists of. */
public final class YamlFile {
  private YamlFile() {}

  /** A file that the user named; what it should be is for the message if it cannot be read. */
  public static YamlMap read(Path file, String what) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new InvalidFileException(
          file + ": cannot be read, expected " + what + " in YAML and UTF-8");
    }
  }

  /** A file that ships beside a class. */
  public static YamlMap readShipped(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new IllegalStateException(name + " cannot be read", broken);
    }
  }

  /** The file is only what the text is called in messages. */
  public static YamlMap parse(String file, String yaml) {
    try {
      Yaml strict = new Yaml(new SafeConstructor(new LoaderOptions()));
      return new YamlMap(file, "", strict.compose(new StringReader(yaml)));
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine();
      throw new InvalidFileException(
          file + ":" + (line + 1) + ": not YAML: " + broken.getProblem());
    } catch (YAMLException broken) {
      throw new InvalidFileException(
          file
              + ": not YAML: "
              + String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
    }
  }
}
