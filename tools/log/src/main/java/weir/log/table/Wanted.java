package weir.log.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import weir.fields.DeclaredField;
import weir.fields.Pointer;
import weir.fields.RecordLayout;
import weir.form.Field;
import weir.form.LabelParser;
import weir.form.TransactionFields;

/**
 * A field of records that is looked for in a table.
 *
 * @param said how a rule book says where it stands; empty if it says nothing
 */
record Wanted(String name, Pointer from, Need need, boolean required, String said) {
  static final String TIMESTAMP = "timestamp";

  /** When a label was said. */
  static final String LABELLED_AT = "labelledAt";

  private static final Set<String> OF_TRANSACTIONS =
      Set.of("transactionId", "userId", "amount", "currency", TIMESTAMP);

  private static final Set<String> OF_LABELS =
      Set.of("transactionId", "userId", TIMESTAMP, "fraud");

  /** What records of transactions have, of a layout: what it names must be there. */
  static List<Wanted> ofTransactions(RecordLayout layout) {
    List<Wanted> all = new ArrayList<>();
    for (Field field : TransactionFields.all()) {
      Wanted known = known(field, layout, OF_TRANSACTIONS);
      all.add(known.said().isEmpty() ? known : known.needed());
    }
    for (DeclaredField field : layout.fields()) {
      all.add(declared(field, "fields: " + field.name()).needed());
    }
    return all;
  }

  /** What labels have, of a layout: of their payments they need not tell much. */
  static List<Wanted> ofLabels(RecordLayout layout) {
    List<Wanted> all = new ArrayList<>();
    for (Field field : TransactionFields.all()) {
      all.add(known(field, layout, OF_LABELS));
    }
    for (DeclaredField field : layout.fields()) {
      all.add(declared(field, "fields: " + field.name()));
    }
    for (DeclaredField field : LabelParser.further()) {
      Wanted further = declared(field, /* said= */ "");
      all.add(OF_LABELS.contains(field.name()) ? further.needed() : further);
    }
    all.add(
        new Wanted(
            LABELLED_AT,
            Pointer.to(LABELLED_AT),
            Need.TIME,
            /* required= */ false,
            /* said= */ ""));
    return all;
  }

  private static Wanted known(Field field, RecordLayout layout, Set<String> required) {
    String name = field.json();
    return new Wanted(
        name,
        layout.placeOf(name),
        need(field),
        required.contains(name),
        layout.mapping().containsKey(name) ? "mapping: " + name : "");
  }

  private static Need need(Field field) {
    return switch (field.kind()) {
      case TIME -> Need.TIME;
      case MONEY, OPTIONAL_REAL, REAL_BESIDE -> Need.DECIMAL;
      default -> Need.TEXT;
    };
  }

  private static Wanted declared(DeclaredField field, String said) {
    Need need =
        switch (field.type()) {
          case TEXT -> Need.TEXT;
          case NUMBER -> Need.NUMBER;
          case BOOL -> Need.BOOL;
        };
    return new Wanted(field.name(), field.from(), need, /* required= */ false, said);
  }

  private Wanted needed() {
    return new Wanted(name, from, need, /* required= */ true, said);
  }

  /** Whether a column by itself holds it. */
  boolean isAtTop() {
    return from.steps().size() == 1;
  }

  /** The column that it is, or is in. */
  String column() {
    return from.steps().get(0);
  }
}
