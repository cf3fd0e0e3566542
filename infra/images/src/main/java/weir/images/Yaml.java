package weir.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as trees, anchors and merges resolved; a key that stands twice is an error. */
public final class Yaml {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Yaml() {}

  /** The one document of a file. */
  public static JsonNode document(Path file) {
    List<JsonNode> all = documents(text(file));
    if (all.size() != 1) {
      throw new IllegalArgumentException(file + " holds " + all.size() + " documents");
    }
    return all.get(0);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All documents of a text. */
  public static List<JsonNode> documents(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    // The published schema of one kind has half a megabyte.
    options.setCodePointLimit(16 * 1024 * 1024);
    List<JsonNode> documents = new ArrayList<>();
    new org.yaml.snakeyaml.Yaml(new SafeConstructor(options))
        .loadAll(text)
        .forEach(document -> documents.add(JSON.valueToTree(document)));
    return documents;
  }

  /** The items of a list as text. */
  public static List<String> texts(JsonNode list) {
    return stream(list).map(JsonNode::asText).toList();
  }

  /** The items of a list. */
  public static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
