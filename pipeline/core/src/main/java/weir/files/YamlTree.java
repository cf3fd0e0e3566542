package weir.files;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A mapping of a YAML text that is sound, to be changed and written again. Values stay as they were
 * written; comments are left out.
 */
public final class YamlTree {
  private static final int WIDTH = 100;

  private final MappingNode node;

  private YamlTree(MappingNode node) {
    this.node = node;
  }

  /** Reads a text that {@link YamlFile} has read without a fault. */
  public static YamlTree parse(String yaml) {
    Node top = yaml().compose(new StringReader(yaml));
    if (top instanceof MappingNode mapping) {
      return new YamlTree(mapping);
    }
    throw new IllegalArgumentException("no mapping");
  }

  private static Yaml yaml() {
    DumperOptions options = new DumperOptions();
    options.setWidth(WIDTH);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    LoaderOptions loading = new LoaderOptions();
    return new Yaml(new SafeConstructor(loading), new Representer(options), options, loading);
  }

  /** The text. */
  public String text() {
    StringWriter text = new StringWriter();
    yaml().serialize(node, text);
    return text.toString();
  }

  /** What a field says, if it is a plain value. */
  public Optional<String> said(String name) {
    return value(name) instanceof ScalarNode scalar
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /** All that it says, as {@link YamlFields#said} has it. */
  public Map<String, String> said() {
    Map<String, Node> values = new LinkedHashMap<>();
    for (NodeTuple each : node.getValue()) {
      if (each.getKeyNode() instanceof ScalarNode key) {
        values.put(key.getValue(), each.getValueNode());
      }
    }
    return Said.in(values);
  }

  /** The mapping under a name, if there is one. */
  public Optional<YamlTree> inside(String name) {
    return value(name) instanceof MappingNode mapping
        ? Optional.of(new YamlTree(mapping))
        : Optional.empty();
  }

  /** The mappings of the list under a name. */
  public List<YamlTree> items(String name) {
    List<YamlTree> items = new ArrayList<>();
    if (value(name) instanceof SequenceNode list) {
      for (Node each : list.getValue()) {
        if (each instanceof MappingNode mapping) {
          items.add(new YamlTree(mapping));
        }
      }
    }
    return items;
  }

  /** Adds an item to the end of a list, which is there. */
  public void add(String list, YamlTree item) {
    if (!(value(list) instanceof SequenceNode sequence)) {
      throw new IllegalArgumentException("no list " + list);
    }
    sequence.getValue().add(item.node);
  }

  /** Takes an item out of a list. */
  public void remove(String list, YamlTree item) {
    if (value(list) instanceof SequenceNode sequence) {
      sequence.getValue().remove(item.node);
    }
  }

  /** Says something under a name, in place of what was there. */
  public void put(String name, String value) {
    put(name, scalar(value));
  }

  /** The same of a mapping. */
  public void put(String name, YamlTree value) {
    put(name, value.node);
  }

  private void put(String name, Node value) {
    remove(name);
    node.getValue().add(new NodeTuple(scalar(name), value));
  }

  /** Says something under a name where it stands, or at the end if it is not there. */
  public void replace(String name, String value) {
    List<NodeTuple> tuples = node.getValue();
    for (int i = 0; i < tuples.size(); i++) {
      if (isCalled(tuples.get(i), name)) {
        tuples.set(i, new NodeTuple(tuples.get(i).getKeyNode(), scalar(value)));
        return;
      }
    }
    put(name, value);
  }

  public void remove(String name) {
    node.getValue().removeIf(each -> isCalled(each, name));
  }

  /** An empty mapping in the style of a block. */
  public static YamlTree empty() {
    return new YamlTree(new MappingNode(Tag.MAP, new ArrayList<>(), DumperOptions.FlowStyle.BLOCK));
  }

  private @Nullable Node value(String name) {
    return node.getValue().stream()
        .filter(each -> isCalled(each, name))
        .map(NodeTuple::getValueNode)
        .findFirst()
        .orElse(null);
  }

  private static boolean isCalled(NodeTuple tuple, String name) {
    return tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
  }

  private static ScalarNode scalar(String text) {
    return new ScalarNode(
        Tag.STR, text, /* startMark= */ null, /* endMark= */ null, DumperOptions.ScalarStyle.PLAIN);
  }
}
