package weir.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML mapping, read field by field. A fault is kept until the end of the file, and a stand-in is
 * read in its place, so that all faults are reported at once.
 */
public final class YamlMap extends YamlFields {
  /** A rule that looks back farther is a matter for a batch job. */
  private static final long MAX_DURATION = Durations.parse("31 d");

  private final Map<String, YamlMap> inside = new LinkedHashMap<>();

  private YamlMap(Faults faults, String path, @Nullable MappingNode mapping) {
    super(faults, path, mapping);
  }

  /** The mapping at a place of the file; if there is none, that is a fault. */
  static YamlMap of(Faults faults, String path, Node node) {
    if (node instanceof MappingNode mapping) {
      return new YamlMap(faults, path, mapping);
    }
    faults.add(node, subject(path) + "found no mapping, expected lines of name: value");
    return none();
  }

  /** Stands in for a mapping that is missing, and does not report that everything in it is. */
  private static YamlMap none() {
    return new YamlMap(new Faults(""), "", null);
  }

  public String text(String name, String expected) {
    Node value = required(name, expected);
    return value == null ? "" : scalar(name, value, expected);
  }

  public String text(String name, String form, String expected) {
    return read(
        name,
        expected,
        text -> {
          if (!text.matches(form)) {
            throw new IllegalArgumentException(text);
          }
          return text;
        },
        "");
  }

  public int count(String name, int atLeast, int atMost) {
    String expected = "a whole number from " + atLeast + " to " + atMost;
    return read(
        name,
        expected,
        text -> {
          int value = Numbers.whole(text);
          if (value < atLeast || value > atMost) {
            throw new IllegalArgumentException(text);
          }
          return value;
        },
        atLeast);
  }

  public long duration(String name) {
    return duration(name, 1);
  }

  public long duration(String name, long atLeast) {
    return read(
        name,
        "a length of time such as 30 s, 1 min or 6 h, "
            + (atLeast > 0 ? "from " + Durations.print(atLeast) + " to 31 d" : "up to 31 d"),
        text -> {
          long millis = Durations.parse(text);
          if (millis < atLeast || millis > MAX_DURATION) {
            throw new IllegalArgumentException(text);
          }
          return millis;
        },
        atLeast);
  }

  public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    Map<String, E> constants = new LinkedHashMap<>();
    for (E each : type.getEnumConstants()) {
      constants.put(each.name().toLowerCase(Locale.ROOT), each);
    }
    String chosen = oneOf(name, constants.keySet());
    return constants.getOrDefault(chosen, type.getEnumConstants()[0]);
  }

  /** One of these words, or an empty one if it is another. */
  public String oneOf(String name, Collection<String> words) {
    String all = String.join(", ", words);
    String expected = words.size() == 1 ? all : "one of " + all;
    String text = text(name, expected);
    if (words.contains(text) || text.isEmpty()) {
      return text;
    }
    wrong(name, found(text, expected) + Suggestion.after(text, words));
    return "";
  }

  /** Whether a field is there and says just this. */
  public boolean says(String name, String text) {
    return optional(name) instanceof ScalarNode scalar && scalar.getValue().equals(text);
  }

  public boolean yesOrNo(String name) {
    String chosen = oneOf(name, List.of("true", "false", "yes", "no"));
    return chosen.equals("true") || chosen.equals("yes");
  }

  /** One name or a list of names; none if the field is absent. */
  public Set<String> names(String name) {
    Node value = optional(name);
    if (value == null) {
      return Set.of();
    }
    List<Node> nodes = value instanceof SequenceNode list ? list.getValue() : List.of(value);
    Set<String> names = new LinkedHashSet<>();
    for (Node each : nodes) {
      String text = scalar(name, each, "a name");
      if (!text.isEmpty()) {
        names.add(text);
      }
    }
    if (nodes.isEmpty()) {
      wrong(name, "found an empty list, expected at least one name");
    }
    return names;
  }

  public YamlMap map(String name) {
    Node value = required(name, "lines of name: value");
    return value == null
        ? none()
        : inside.computeIfAbsent(name, key -> of(faults, path + name + ".", value));
  }

  public List<YamlMap> maps(String name, String expected) {
    Node value = required(name, expected);
    List<YamlMap> maps = new ArrayList<>();
    if (value instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        YamlMap map = of(faults, path + name + "[" + (i + 1) + "].", list.getValue().get(i));
        if (!map.isAbsent()) {
          maps.add(map);
        }
      }
      if (list.getValue().isEmpty()) {
        wrong(name, "found an empty list, expected " + expected);
      }
    } else if (value != null) {
      wrong(name, "found no list, expected " + expected);
    }
    return maps;
  }

  /** One value; the reader throws {@link IllegalArgumentException} where it is not as expected. */
  public <T> T read(String name, String expected, Function<String, T> reader, T standIn) {
    String text = text(name, expected);
    if (text.isEmpty()) {
      return standIn;
    }
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException unfit) {
      wrong(name, found(text, expected));
      return standIn;
    }
  }

  private String scalar(String name, Node value, String expected) {
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    wrong(name, "found no plain value, expected " + expected);
    return "";
  }

  private static String found(String text, String expected) {
    return "found '" + text + "', expected " + expected;
  }
}
