package weir.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.FieldNames;
import weir.fields.Pointer;
import weir.fields.RecordLayout;
import weir.files.YamlMap;
import weir.filter.FieldFilter;
import weir.filter.Filter;
import weir.form.Field;
import weir.form.LabelParser;
import weir.form.TransactionFields;

/** Reads what a charter says of records: further fields, and where the known ones stand. */
final class LayoutReader {
  static final String FIELDS = "fields";
  static final String MAPPING = "mapping";

  private static final String TYPE = "type";
  private static final String FROM = "from";

  private static final Set<String> KNOWN =
      TransactionFields.all().stream().map(Field::json).collect(Collectors.toUnmodifiableSet());

  /** Which field stands where. */
  private final Map<Pointer, String> places = new LinkedHashMap<>();

  /** By which field filters mean a word. */
  private final Map<String, String> words = new HashMap<>();

  /** Where labels say what they say. */
  private final List<Pointer> ofLabels;

  private LayoutReader(List<Pointer> ofLabels) {
    this.ofLabels = ofLabels;
  }

  /**
   * Reads both.
   *
   * @param labels whether there are labels, which name payments by the same fields
   */
  static RecordLayout read(YamlMap top, boolean labels) {
    LayoutReader reader = new LayoutReader(labels ? LabelParser.places() : List.of());
    Map<String, Pointer> mapping = top.has(MAPPING) ? reader.mapping(top.map(MAPPING)) : Map.of();
    for (Field field : TransactionFields.all()) {
      // Those that are mapped come later, so that a fault is said where it can be mended.
      if (!mapping.containsKey(field.json())) {
        reader.places.put(Pointer.to(field.json()), field.json());
      }
    }
    mapping.forEach((name, place) -> reader.take(top.map(MAPPING), name, place));
    List<DeclaredField> fields = top.has(FIELDS) ? reader.fields(top.map(FIELDS)) : List.of();
    mapping.entrySet().removeIf(each -> Pointer.to(each.getKey()).equals(each.getValue()));
    return new RecordLayout(fields, mapping);
  }

  /**
   * Whether the declared fields are what the text says: faults in it are read as something else.
   */
  static boolean isSound(YamlMap top) {
    YamlMap fields = top.map(FIELDS);
    return fields.isSound()
        && fields.names().stream()
            .filter(fields::isMapping)
            .allMatch(name -> fields.map(name).isSound());
  }

  private Map<String, Pointer> mapping(YamlMap yaml) {
    Map<String, Pointer> mapping = new LinkedHashMap<>();
    for (Field field : TransactionFields.all()) {
      String name = field.json();
      if (yaml.has(name)) {
        mapping.put(name, pointer(yaml, name, name));
      }
    }
    yaml.nothingElse();
    return mapping;
  }

  private List<DeclaredField> fields(YamlMap yaml) {
    List<DeclaredField> fields = new ArrayList<>();
    for (String name : yaml.names()) {
      String fault = faultOf(name);
      if (fault != null) {
        yaml.wrongName(name, fault);
      }
      DeclaredField field = field(yaml, name);
      if (field != null && yaml.isSound(name)) {
        take(yaml, name, field.from());
        takeWords(yaml, field);
        fields.add(field);
      }
    }
    if (fields.size() > RecordLayout.MOST_FIELDS) {
      yaml.wrongName(
          fields.get(RecordLayout.MOST_FIELDS).name(),
          "has " + fields.size() + " fields, expected at most " + RecordLayout.MOST_FIELDS);
    }
    return fields;
  }

  /** What is wrong with the name of a declared field. */
  private static @Nullable String faultOf(String name) {
    if (!FieldNames.isOne(name)) {
      return "found '" + name + "', expected " + FieldNames.FORM;
    }
    if (KNOWN.contains(name)) {
      return "every transaction may have '" + name + "'; to read it from elsewhere, use mapping";
    }
    if (FieldNames.isReserved(name)) {
      return "'" + name + "' means something else in expressions; choose another name";
    }
    return null;
  }

  private static @Nullable DeclaredField field(YamlMap yaml, String name) {
    boolean whole = yaml.isMapping(name);
    YamlMap inside = whole ? yaml.map(name) : yaml;
    String type = inside.oneOf(whole ? TYPE : name, DeclaredType.codes());
    boolean elsewhere = whole && inside.has(FROM);
    Pointer from = elsewhere ? pointer(inside, FROM, name) : Pointer.to(name);
    if (whole) {
      inside.nothingElse();
    }
    return type.isEmpty() || (whole && !inside.isSound())
        ? null
        : new DeclaredField(name, DeclaredType.of(type), from);
  }

  private static Pointer pointer(YamlMap yaml, String field, String name) {
    return yaml.read(field, Pointer.FORM, Pointer::parse, Pointer.to(name));
  }

  /** No two fields can stand at one place, or one inside the other. */
  private void take(YamlMap yaml, String name, Pointer place) {
    if (!yaml.isSound(name)) {
      return;
    }
    places.forEach(
        (other, field) -> {
          if (other.leadsTo(place) || place.leadsTo(other)) {
            yaml.wrong(
                name,
                "cannot stand at "
                    + place
                    + ", for '"
                    + field
                    + "' stands at "
                    + other
                    + "; give one of them another place");
          }
        });
    for (Pointer other : ofLabels) {
      if (other.leadsTo(place) || place.leadsTo(other)) {
        yaml.wrong(
            name,
            "cannot stand at "
                + place
                + ", where labels have something of their own; give it another place");
      }
    }
    places.putIfAbsent(place, name);
  }

  private void takeWords(YamlMap yaml, DeclaredField field) {
    for (String word : FieldFilter.words(field)) {
      String other = words.putIfAbsent(word, field.name());
      if (Filter.words().contains(word)) {
        yaml.wrongName(
            field.name(), "filters mean something else by '" + word + "'; choose another name");
      } else if (other != null) {
        yaml.wrongName(
            field.name(),
            "filters ask by '" + word + "' for '" + other + "' too; choose another name");
      }
    }
  }
}
