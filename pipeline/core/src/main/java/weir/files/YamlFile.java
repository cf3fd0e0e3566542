package weir.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML or JSON file, which must be one mapping. */
public final class YamlFile {
  private YamlFile() {}

  /** A file that the user named; {@code what} describes it in the message if it cannot be read. */
  public static YamlMap read(Path file, String what) {
    return parse(file.toString(), text(file, what));
  }

  /** The text of such a file. */
  public static String text(Path file, String what) {
    return TextFile.read(file, what + " in YAML");
  }

  /** A file that ships beside a class. */
  public static YamlMap readShipped(Class<?> beside, String name) {
    return parse(name, textOfShipped(beside, name));
  }

  /** The text of such a file. */
  public static String textOfShipped(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new IllegalStateException(name + " cannot be read", broken);
    }
  }

  /** Reads a text; {@code file} is its name in messages. */
  public static YamlMap parse(String file, String yaml) {
    Faults faults = new Faults(file);
    try {
      Yaml strict = new Yaml(new SafeConstructor(new LoaderOptions()));
      Node top = strict.compose(new StringReader(withoutTabs(file, yaml)));
      if (top == null) {
        faults.add((Node) null, "is empty, expected lines of name: value");
        faults.throwIfAny();
      }
      YamlMap map = YamlMap.of(faults, "", top);
      if (map.isAbsent()) {
        faults.throwIfAny();
      }
      return map;
    } catch (MarkedYAMLException broken) {
      faults.add(broken.getProblemMark(), "not " + language(file) + ": " + broken.getProblem());
    } catch (YAMLException broken) {
      String problem = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
      faults.add((Node) null, "not " + language(file) + ": " + problem);
    }
    faults.throwIfAny();
    throw new IllegalStateException("a fault was found and not told");
  }

  private static String language(String file) {
    return isJson(file) ? "JSON" : "YAML";
  }

  private static boolean isJson(String file) {
    return file.endsWith(".json");
  }

  /** JSON may have tabs between its tokens, which YAML may not; inside its texts it has none. */
  private static String withoutTabs(String file, String text) {
    return isJson(file) ? text.replace('\t', ' ') : text;
  }
}
