package weir.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML mapping that is read field by field, and that can say where each one stands. What is wrong
 * with a field is kept until the end of the file, and a stand-in is read instead: so all faults are
 * told at once.
 */
public final class YamlMap {
  /** Longer memories than that are a matter for a batch job. */
  private static final long MAX_DURATION = Durations.parse("31 d");

  private final Faults faults;
  private final String path;
  private final @Nullable Node node;
  private final Map<String, ScalarNode> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, YamlMap> inside = new LinkedHashMap<>();
  private final Asked asked = new Asked();
  private final Set<String> wrong = new TreeSet<>();

  private YamlMap(Faults faults, String path, @Nullable Node node) {
    this.faults = faults;
    this.path = path;
    this.node = node;
  }

  /** The mapping at a place of the file; if there is none, that is a fault. */
  static YamlMap of(Faults faults, String path, Node node) {
    if (!(node instanceof MappingNode mapping)) {
      faults.add(node, subject(path) + "found no mapping, expected lines of name: value");
      return none();
    }
    YamlMap map = new YamlMap(faults, path, node);
    mapping.getValue().forEach(map::take);
    return map;
  }

  /** Stands in for a mapping that is missing, and keeps it to itself that all is missing in it. */
  private static YamlMap none() {
    return new YamlMap(new Faults(""), "", null);
  }

  boolean isAbsent() {
    return node == null;
  }

  private void take(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      faults.add(tuple.getKeyNode(), subject(path) + "found no plain name, expected name: value");
    } else if (keys.putIfAbsent(key.getValue(), key) != null) {
      faults.add(key, at(key.getValue()) + "is given twice; keep one of them");
    } else {
      values.put(key.getValue(), tuple.getValueNode());
    }
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
    String expected = "one of " + String.join(", ", words);
    String text = text(name, expected);
    if (words.contains(text) || text.isEmpty()) {
      return text;
    }
    wrong(name, found(text, expected) + Suggestion.after(text, words));
    return "";
  }

  public boolean yesOrNo(String name) {
    String chosen = oneOf(name, List.of("true", "false", "yes", "no"));
    return chosen.equals("true") || chosen.equals("yes");
  }

  /** One name or a list of names; none if the field is absent. */
  public Set<String> names(String name) {
    Node value = has(name) ? values.get(name) : null;
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

  public boolean has(String name) {
    asked.add(name);
    return values.containsKey(name);
  }

  /** The names that are there, for a mapping whose names are data. */
  public Set<String> names() {
    values.keySet().forEach(asked::add);
    return Collections.unmodifiableSet(values.keySet());
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

  /**
   * All that it says, of a mapping that was read without a fault: the fields of mappings inside by
   * names with dots, lists with commas.
   */
  public Map<String, String> said() {
    return Said.in(values);
  }

  /** In which line a field stands. */
  public int line(String name) {
    Node at = values.getOrDefault(name, node);
    return at == null ? 0 : at.getStartMark().getLine() + 1;
  }

  /** Whether all of these are there, or need not be, and nothing is wrong with any. */
  public boolean isSound(String... names) {
    return Arrays.stream(names).noneMatch(name -> wrong.contains(name) || asked.misses(name));
  }

  /** Whether nothing is wrong with any field of it; those of mappings inside are theirs. */
  public boolean isSound() {
    return !isAbsent() && wrong.isEmpty() && asked.missing().isEmpty();
  }

  /** Says what is wrong with a field, and what to do. */
  public void wrong(String name, String sentence) {
    wrong.add(name);
    faults.add(values.getOrDefault(name, node), at(name) + sentence);
  }

  /** Says what is wrong with the name of a field. */
  public void wrongName(String name, String sentence) {
    wrong.add(name);
    faults.add(keys.get(name), subject(path) + sentence);
  }

  /** To be called when all that can be there was asked for: what is left is a mistake. */
  public void nothingElse() {
    check(/* open= */ false);
  }

  /** The same where nobody can tell what else may be there. */
  public void nothingMissing() {
    check(/* open= */ true);
  }

  private void check(boolean open) {
    for (String name : values.keySet()) {
      if (!asked.knows(name)) {
        Optional<String> meant = asked.meantBy(name, values.keySet(), open);
        if (meant.isPresent()) {
          wrongName(name, "unknown '" + name + "'; did you mean '" + meant.get() + "'?");
        } else if (!open) {
          wrongName(name, "unknown '" + name + "', expected one of " + asked);
        }
      }
    }
    asked
        .missing()
        .forEach(
            (name, expected) -> faults.add(node, at(name) + "is missing, expected " + expected));
  }

  /** To be called of the whole file at the end: throws if anything was wrong anywhere. */
  public void finish() {
    nothingElse();
    faults.throwIfAny();
  }

  private @Nullable Node required(String name, String expected) {
    if (!has(name)) {
      asked.miss(name, expected);
    }
    return values.get(name);
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

  private String at(String name) {
    return subject(path + name);
  }

  private static String subject(String path) {
    return path.isEmpty() ? "" : path.replaceFirst("\\.$", "") + ": ";
  }
}
