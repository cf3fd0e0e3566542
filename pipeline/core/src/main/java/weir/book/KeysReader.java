package weir.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import weir.feature.KeyNames;
import weir.fields.DeclaredType;
import weir.fields.FieldNames;
import weir.fields.RecordLayout;
import weir.files.Suggestion;
import weir.files.YamlMap;
import weir.form.TransactionFields;

/**
 * Reads the keys of a charter: by which fields transactions can be looked at besides their user.
 */
final class KeysReader {
  static final String KEYS = "keys";

  private static final String USER_FIELD = "userId";
  private static final int MOST_PARTS = 2;

  private final YamlMap yaml;
  private final Set<String> texts;
  private final boolean complete;

  /** Of keys by their fields, whatever the order. */
  private final Map<Set<String>, String> names = new HashMap<>();

  private KeysReader(YamlMap yaml, RecordLayout layout, boolean complete) {
    this.yaml = yaml;
    this.texts = new TreeSet<>(TransactionFields.keyNames());
    this.complete = complete;
    layout.fields().stream()
        .filter(field -> field.type() == DeclaredType.TEXT)
        .forEach(field -> texts.add(field.name()));
  }

  /**
   * The keys in their order.
   *
   * @param complete whether no other fields can be declared than those of the layout
   */
  static List<Key> read(YamlMap top, RecordLayout layout, boolean complete) {
    return top.has(KEYS) ? new KeysReader(top.map(KEYS), layout, complete).read() : List.of();
  }

  private List<Key> read() {
    List<Key> keys = new ArrayList<>();
    for (String name : yaml.names()) {
      checkName(name);
      List<String> fields = List.copyOf(yaml.names(name));
      if (yaml.isSound(name)) {
        checkFields(name, fields);
      }
      if (yaml.isSound(name)) {
        keys.add(new Key(name, fields));
      }
    }
    if (keys.size() > Key.MOST) {
      yaml.wrongName(
          keys.get(Key.MOST).name(), "has " + keys.size() + " keys, expected at most " + Key.MOST);
    }
    return keys;
  }

  private void checkName(String name) {
    if (name.equals(KeyNames.USER)) {
      yaml.wrongName(name, "the user is always the first key; take it out");
    } else if (!FieldNames.isOne(name)) {
      yaml.wrongName(name, "found '" + name + "', expected " + FieldNames.FORM);
    }
  }

  private void checkFields(String name, List<String> fields) {
    if (fields.size() > MOST_PARTS) {
      yaml.wrong(name, "found " + fields.size() + " fields, expected one or two");
    }
    for (String field : fields) {
      if (complete && !texts.contains(field)) {
        yaml.wrong(
            name,
            "found '"
                + field
                + "', expected text fields, of "
                + String.join(", ", texts)
                + Suggestion.after(field, texts));
      }
    }
    if (fields.equals(List.of(USER_FIELD))) {
      yaml.wrong(name, "the user is always the first key; take it out");
    }
    String other = names.putIfAbsent(Set.copyOf(fields), name);
    if (other != null) {
      yaml.wrong(name, "'" + other + "' is the same key; take out one of them");
    }
  }
}
