package weir.files;

import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes plain values in an item of a list of a sound YAML text, and leaves every other letter as
 * it is, comments too.
 */
public final class YamlPatch {
  /**
   * One value.
   *
   * @param inPlaceOf a field that gives way to it if this one is not there; may be its own name
   * @param after the field behind which it is put if neither is there
   */
  public record Value(String name, String value, String inPlaceOf, String after) {}

  private record Cut(int from, int to, String text) {}

  private YamlPatch() {}

  /** The text in which the item whose field {@code key} says {@code id} has these values. */
  public static String item(String yaml, String list, String key, String id, List<Value> values) {
    MappingNode item =
        items(yaml, list).stream()
            .filter(each -> find(each, key).filter(found -> says(found, id)).isPresent())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no item " + id));
    StringBuilder patched = new StringBuilder(yaml);
    values.stream()
        .map(value -> cut(yaml, item, value))
        .sorted(Comparator.comparingInt(Cut::from).reversed())
        .forEach(cut -> patched.replace(cut.from(), cut.to(), cut.text()));
    return patched.toString();
  }

  private static List<MappingNode> items(String yaml, String list) {
    Node top = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
    if (top instanceof MappingNode mapping
        && find(mapping, list).map(NodeTuple::getValueNode).orElse(null)
            instanceof SequenceNode sequence) {
      return sequence.getValue().stream()
          .filter(MappingNode.class::isInstance)
          .map(MappingNode.class::cast)
          .toList();
    }
    throw new IllegalArgumentException("no list " + list);
  }

  private static Cut cut(String yaml, MappingNode item, Value value) {
    Optional<NodeTuple> there = find(item, value.name());
    if (there.isPresent()) {
      Node old = there.get().getValueNode();
      return new Cut(at(yaml, old.getStartMark()), at(yaml, old.getEndMark()), value.value());
    }
    String field = value.name() + ": " + value.value();
    Optional<NodeTuple> way = find(item, value.inPlaceOf());
    if (way.isPresent()) {
      return new Cut(
          at(yaml, way.get().getKeyNode().getStartMark()),
          at(yaml, way.get().getValueNode().getEndMark()),
          field);
    }
    NodeTuple before =
        find(item, value.after())
            .orElseThrow(() -> new IllegalArgumentException("no field " + value.after()));
    int behind = at(yaml, before.getValueNode().getEndMark());
    boolean flow = item.getFlowStyle() == FlowStyle.FLOW;
    int column = before.getKeyNode().getStartMark().getColumn();
    return new Cut(behind, behind, (flow ? ", " : "\n" + " ".repeat(column)) + field);
  }

  /** Marks count code points. */
  private static int at(String yaml, Mark mark) {
    return yaml.offsetByCodePoints(0, mark.getIndex());
  }

  private static Optional<NodeTuple> find(MappingNode item, String name) {
    return item.getValue().stream()
        .filter(each -> each.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name))
        .findFirst();
  }

  private static boolean says(NodeTuple tuple, String text) {
    return tuple.getValueNode() instanceof ScalarNode scalar && scalar.getValue().equals(text);
  }
}
