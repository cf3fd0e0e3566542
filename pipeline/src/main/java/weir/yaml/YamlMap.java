package weir.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML mapping that is read field by field, and that can say where each one stands. */
public final class YamlMap {
  /** Longer memories than that are a matter for a batch job. */
  private static final long MAX_DURATION = Durations.parse("31 d");

  private final String file;
  private final String path;
  private final Node node;
  private final Map<String, Node> fields = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();

  YamlMap(String file, String path, @Nullable Node node) {
    this.file = file;
    this.path = path;
    if (!(node instanceof MappingNode mapping)) {
      throw new InvalidFileException(
          place(file, node, path) + "found no mapping, expected one of name: value");
    }
    this.node = node;
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw wrong(tuple.getKeyNode(), path, "the name is not plain text", "name: value");
      }
      if (fields.put(key.getValue(), tuple.getValueNode()) != null) {
        throw wrong(key, path + key.getValue(), "is given twice", "it once");
      }
    }
  }

  public String text(String name) {
    return scalar(name, required(name));
  }

  public String text(String name, String form, String expected) {
    String value = text(name);
    if (!value.matches(form)) {
      throw wrong(name, "'" + value + "'", expected);
    }
    return value;
  }

  public int count(String name, int atLeast) {
    String expected = "a whole number of at least " + atLeast;
    return read(
        name,
        expected,
        text -> {
          int value = Integer.parseInt(text);
          if (value < atLeast) {
            throw new IllegalArgumentException(text);
          }
          return value;
        });
  }

  public long duration(String name) {
    return duration(name, 1);
  }

  public long duration(String name, long atLeast) {
    String expected = "a length of time such as 30 s, 1 min or 6 h, up to 31 d";
    return read(
        name,
        expected,
        text -> {
          long millis = Durations.parse(text);
          if (millis < atLeast || millis > MAX_DURATION) {
            throw new IllegalArgumentException(text);
          }
          return millis;
        });
  }

  public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    List<String> names =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    return read(
        name,
        "one of " + String.join(", ", names),
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
  }

  public boolean yesOrNo(String name) {
    return switch (text(name)) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw wrong(name, "'" + text(name) + "'", "true or false");
    };
  }

  /** One name or a list of names; none if the field is absent. */
  public Set<String> names(String name) {
    if (!has(name)) {
      return Set.of();
    }
    Node value = required(name);
    List<Node> nodes = value instanceof SequenceNode list ? list.getValue() : List.of(value);
    Set<String> names = new LinkedHashSet<>();
    for (Node each : nodes) {
      names.add(scalar(name, each));
    }
    if (names.isEmpty()) {
      throw wrong(name, "an empty list", "at least one name");
    }
    return names;
  }

  public boolean has(String name) {
    asked.add(name);
    return fields.containsKey(name);
  }

  /** The names that are there, for a mapping whose names are data. */
  public Set<String> names() {
    asked.addAll(fields.keySet());
    return Collections.unmodifiableSet(fields.keySet());
  }

  public YamlMap map(String name) {
    return new YamlMap(file, path + name + ".", required(name));
  }

  public List<YamlMap> maps(String name) {
    if (!(required(name) instanceof SequenceNode list)) {
      throw wrong(name, "no list", "a list of mappings");
    }
    List<YamlMap> maps = new ArrayList<>();
    for (Node each : list.getValue()) {
      maps.add(new YamlMap(file, path + name + "[" + (maps.size() + 1) + "].", each));
    }
    return maps;
  }

  /** To be called when all that can be there was asked for: what is left is a mistake. */
  public void nothingElse() {
    for (Map.Entry<String, Node> field : fields.entrySet()) {
      if (!asked.contains(field.getKey())) {
        throw wrong(
            field.getValue(),
            path + field.getKey(),
            "is not known here",
            "one of " + String.join(", ", asked));
      }
    }
  }

  public InvalidFileException wrong(String name, String found, String expected) {
    return wrong(fields.getOrDefault(name, node), path + name, "found " + found, expected);
  }

  private InvalidFileException wrong(Node at, String where, String what, String expected) {
    return new InvalidFileException(place(file, at, where) + what + ", expected " + expected);
  }

  private static String place(String file, @Nullable Node at, String where) {
    String line = at == null ? "" : ":" + (at.getStartMark().getLine() + 1);
    return file + line + ": " + (where.isEmpty() ? "" : where.replaceFirst("\\.$", "") + ": ");
  }

  private Node required(String name) {
    asked.add(name);
    Node value = fields.get(name);
    if (value == null) {
      throw wrong(node, path + name, "is missing", "it here");
    }
    return value;
  }

  private String scalar(String name, Node value) {
    if (!(value instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw wrong(name, "no plain value", "text or a number");
    }
    return scalar.getValue();
  }

  /** One value; the reader throws {@link IllegalArgumentException} where it is not as expected. */
  public <T> T read(String name, String expected, Function<String, T> reader) {
    String text = text(name);
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw wrong(name, "'" + text + "'", expected);
    }
  }
}
