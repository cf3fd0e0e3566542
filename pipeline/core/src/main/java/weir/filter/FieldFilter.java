package weir.filter;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weir.fields.DeclaredField;
import weir.fields.DeclaredValues;
import weir.files.YamlMap;

/** What a declared field must be for a rule to look at a transaction. */
public sealed interface FieldFilter extends Serializable
    permits FieldFilter.Text, NumberFilter, FieldFilter.Truth {

  /** A field that is absent meets no condition, except that of not being something. */
  boolean matches(DeclaredValues values, long logTime, Lists lists);

  /** The names of all lists that it asks. */
  default Set<String> lists() {
    return Set.of();
  }

  /** The words with which a filter can ask for a field. */
  static List<String> words(DeclaredField field) {
    String name = field.name();
    return switch (field.type()) {
      case TEXT -> Text.words(name);
      case NUMBER -> NumberFilter.words(name);
      case BOOL -> List.of(name);
    };
  }

  /** From the fields of a rule book; empty if they say nothing of this one. */
  static Optional<FieldFilter> read(YamlMap yaml, DeclaredField field) {
    boolean asked = false;
    for (String word : words(field)) {
      asked |= yaml.has(word);
    }
    return asked ? Optional.of(present(yaml, field)) : Optional.empty();
  }

  private static FieldFilter present(YamlMap yaml, DeclaredField field) {
    String name = field.name();
    return switch (field.type()) {
      case TEXT -> new Text(name, Names.read(yaml, name), Listed.read(yaml, name));
      case NUMBER -> NumberFilter.read(yaml, name);
      case BOOL -> new Truth(name, yaml.yesOrNo(name));
    };
  }

  /** Of a text, as of any known field. */
  record Text(String field, Names names, Listed listed) implements FieldFilter {
    static List<String> words(String field) {
      return List.of(field, field + Names.NOT, field + Listed.IN, field + Listed.NOT_IN);
    }

    @Override
    public boolean matches(DeclaredValues values, long logTime, Lists lists) {
      String value = values.text(field);
      return names.include(value) && listed.include(value, logTime, lists);
    }

    @Override
    public Set<String> lists() {
      return listed.all();
    }
  }

  /** Of a truth. */
  record Truth(String field, boolean wanted) implements FieldFilter {
    @Override
    public boolean matches(DeclaredValues values, long logTime, Lists lists) {
      Boolean value = values.truth(field);
      return value != null && value == wanted;
    }
  }
}
