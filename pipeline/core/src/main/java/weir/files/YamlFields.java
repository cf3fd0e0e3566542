package weir.files;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The fields of a mapping by their names: which are there, which were asked for, where each one
 * stands, and what is wrong with it.
 */
abstract sealed class YamlFields permits YamlMap {
  final Faults faults;
  final String path;
  private final @Nullable MappingNode node;
  private final Map<String, ScalarNode> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Asked asked = new Asked();
  private final Set<String> wrong = new TreeSet<>();

  /**
   * @param mapping absent where this stands in for a mapping that is missing
   */
  YamlFields(Faults faults, String path, @Nullable MappingNode mapping) {
    this.faults = faults;
    this.path = path;
    this.node = mapping;
    if (mapping != null) {
      mapping.getValue().forEach(this::take);
    }
  }

  /**
   * All that it says, of a mapping that was read without a fault: the fields of mappings inside by
   * names with dots, lists with commas.
   */
  public Map<String, String> said() {
    return Said.in(values);
  }

  /**
   * Puts another value in the place of one that is there, for whoever reads the file from now on.
   * Faults are told of that place.
   *
   * @param name with dots for a field of a mapping inside, as {@link #said} has it
   */
  public void replace(String name, String value) {
    if (node == null || !replace(node, name, value)) {
      throw new IllegalArgumentException(at(name) + "is not there");
    }
    node.getValue().forEach(this::retake);
  }

  private static boolean replace(MappingNode in, String name, String value) {
    List<NodeTuple> tuples = in.getValue();
    for (int i = 0; i < tuples.size(); i++) {
      Node key = tuples.get(i).getKeyNode();
      Node old = tuples.get(i).getValueNode();
      String its = key instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (its.equals(name)) {
        Node scalar =
            new ScalarNode(
                Tag.STR,
                value,
                old.getStartMark(),
                old.getEndMark(),
                DumperOptions.ScalarStyle.PLAIN);
        tuples.set(i, new NodeTuple(key, scalar));
        return true;
      }
      if (old instanceof MappingNode inside
          && name.startsWith(its + ".")
          && replace(inside, name.substring(its.length() + 1), value)) {
        return true;
      }
    }
    return false;
  }

  private void retake(NodeTuple tuple) {
    if (tuple.getKeyNode() instanceof ScalarNode key) {
      values.replace(key.getValue(), tuple.getValueNode());
    }
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

  public boolean has(String name) {
    asked.add(name);
    return values.containsKey(name);
  }

  /** Whether a field is there and its value is a mapping. */
  public boolean isMapping(String name) {
    return optional(name) instanceof MappingNode;
  }

  /** The names that are there; all of them count as asked for. */
  public Set<String> names() {
    values.keySet().forEach(asked::add);
    return Collections.unmodifiableSet(values.keySet());
  }

  /** A field's value if it is there. */
  @Nullable Node optional(String name) {
    return has(name) ? values.get(name) : null;
  }

  /** A field's value; it is a fault if there is none. */
  @Nullable Node required(String name, String expected) {
    if (!has(name)) {
      asked.miss(name, expected);
    }
    return values.get(name);
  }

  /**
   * The only one of these fields that is there. It is a fault if there is none, unless one of them
   * was probably meant by a misspelt one, or if there are several; then it is an empty name.
   */
  public String only(Collection<String> names) {
    List<String> there = names.stream().filter(this::has).toList();
    if (there.size() == 1) {
      return there.get(0);
    }
    if (there.size() > 1) {
      wrongName(there.get(1), "stands beside '" + there.get(0) + "'; keep one of them");
    } else if (values.keySet().stream().allMatch(name -> Suggestion.of(name, names).isEmpty())) {
      faults.add(
          node, subject(path) + "is incomplete, expected one of " + String.join(", ", names));
    }
    return "";
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

  /** Call it after asking for every field that may be there: any other field is a mistake. */
  public void nothingElse() {
    check(/* open= */ false);
  }

  /** The same where other fields may be there as well. */
  public void nothingMissing() {
    check(/* open= */ true);
  }

  /** Call it on the whole file at the end: throws if anything was wrong anywhere. */
  public void finish() {
    nothingElse();
    faults.throwIfAny();
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

  private String at(String name) {
    return subject(path + name);
  }

  static String subject(String path) {
    return path.isEmpty() ? "" : path.replaceFirst("\\.$", "") + ": ";
  }
}
