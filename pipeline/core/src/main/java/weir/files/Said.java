package weir.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What stands in a mapping, in the words of whoever wrote it. */
final class Said {
  private final Map<String, String> fields = new LinkedHashMap<>();

  private Said() {}

  static Map<String, String> in(Map<String, Node> values) {
    Said said = new Said();
    values.forEach(said::take);
    return said.fields;
  }

  private void take(String name, Node value) {
    if (value instanceof MappingNode mapping) {
      mapping
          .getValue()
          .forEach(tuple -> take(name + "." + plain(tuple.getKeyNode()), tuple.getValueNode()));
    } else {
      List<Node> nodes = value instanceof SequenceNode list ? list.getValue() : List.of(value);
      fields.put(name, nodes.stream().map(Said::plain).collect(Collectors.joining(", ")));
    }
  }

  private static String plain(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }
}
