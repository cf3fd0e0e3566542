package weir.fields;

import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a record has besides the usual, and where.
 *
 * @param fields further fields, in the order of their names
 * @param mapping where those known fields stand that do not stand at the top under their own names
 */
public record RecordLayout(List<DeclaredField> fields, SortedMap<String, Pointer> mapping)
    implements Serializable {
  /** Nothing but the known fields, at the top under their own names. */
  public static final RecordLayout USUAL = new RecordLayout(List.of(), Map.of());

  public static final int MOST_FIELDS = 50;

  public RecordLayout {
    fields = fields.stream().sorted(Comparator.comparing(DeclaredField::name)).toList();
    mapping = Collections.unmodifiableSortedMap(new TreeMap<>(mapping));
  }

  public RecordLayout(List<DeclaredField> fields, Map<String, Pointer> mapping) {
    this(fields, new TreeMap<>(mapping));
  }

  /** Where a known field stands. */
  public Pointer placeOf(String known) {
    Pointer mapped = mapping.get(known);
    return mapped == null ? Pointer.to(known) : mapped;
  }

  /** The declared field of that name. */
  public Optional<DeclaredField> field(String name) {
    return fields.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** Of records as Weir writes them: every field at the top under its own name. */
  public RecordLayout asWritten() {
    return new RecordLayout(
        fields.stream().map(each -> new DeclaredField(each.name(), each.type())).toList(),
        Map.of());
  }
}
