package weir.form;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.DeclaredValues;
import weir.fields.Pointer;
import weir.fields.RecordLayout;
import weir.model.Json;
import weir.model.MalformedTransactionException;

/**
 * The fields of records of one layout, and where each value goes. What the layout does not name is
 * ignored; a field that is given twice makes the record malformed, and so does a name on the way to
 * a field that is given twice.
 */
final class RecordSlots implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final List<Field> KNOWN = TransactionFields.all();

  /** How messages call the field of each slot: the known ones, the declared ones, then others. */
  private final String[] labels;

  private final Place root = Place.root();
  private final int places;

  /** The names of the declared fields, in their order. */
  private final String[] declared;

  private final DeclaredType[] types;

  /**
   * Of a layout.
   *
   * @param more fields that such records have besides
   */
  RecordSlots(RecordLayout layout, List<DeclaredField> more) {
    List<DeclaredField> fields = new ArrayList<>(layout.fields());
    declared = fields.stream().map(DeclaredField::name).toArray(String[]::new);
    types = fields.stream().map(DeclaredField::type).toArray(DeclaredType[]::new);
    fields.addAll(more);
    labels = new String[KNOWN.size() + fields.size()];
    int next = 1;
    int slot = 0;
    for (Field field : KNOWN) {
      Pointer from = layout.placeOf(field.json());
      labels[slot] = label(field.json(), from);
      next = root.add(from, labels[slot], Place.Content.KNOWN, slot++, next);
    }
    for (DeclaredField field : fields) {
      labels[slot] = label(field.name(), field.from());
      next = root.add(field.from(), labels[slot], content(field), slot++, next);
    }
    places = next;
  }

  static int of(Field field) {
    return KNOWN.indexOf(field);
  }

  /** Where the first of those fields goes that the layout does not have. */
  int firstOfMore() {
    return KNOWN.size() + declared.length;
  }

  /** How messages call a field: its name, and where it stands if that is elsewhere. */
  private static String label(String name, Pointer from) {
    return from.equals(Pointer.to(name)) ? name : name + " (" + from + ")";
  }

  private static Place.Content content(DeclaredField field) {
    return switch (field.type()) {
      case TEXT -> Place.Content.TEXT;
      case NUMBER -> Place.Content.NUMBER;
      case BOOL -> Place.Content.BOOL;
    };
  }

  /** How messages call the field of a slot. */
  String label(int slot) {
    return labels[slot];
  }

  /** Reads one record, or says in one sentence what is wrong with it. */
  RecordValues read(byte[] record) throws MalformedTransactionException {
    try (JsonParser json = Json.FACTORY.createParser(record)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedTransactionException("the record is not a JSON object");
      }
      RecordValues values = new RecordValues(json, labels.length, places);
      values.read(root);
      if (json.nextToken() != null) {
        throw new MalformedTransactionException("something follows the JSON object");
      }
      return values;
    } catch (JsonProcessingException broken) {
      // Jackson names no place where a number is too long or the nesting too deep for it.
      JsonLocation place = broken.getLocation();
      throw new MalformedTransactionException(
          place == null
              ? "not JSON that can be read: too long or too deep"
              : "not JSON: byte " + place.getByteOffset());
    } catch (IOException broken) {
      throw new MalformedTransactionException("not JSON in UTF-8");
    }
  }

  @Nullable String text(int slot, RecordValues values) throws MalformedTransactionException {
    return TransactionRanges.text(labels[slot], values.text(slot));
  }

  DeclaredValues declared(RecordValues values) throws MalformedTransactionException {
    if (declared.length == 0) {
      return DeclaredValues.NONE;
    }
    @Nullable Object[] all = new @Nullable Object[declared.length];
    for (int i = 0; i < all.length; i++) {
      int slot = KNOWN.size() + i;
      String label = labels[slot];
      all[i] =
          switch (types[i]) {
            case TEXT -> TransactionRanges.optionalId(label, values.text(slot));
            case NUMBER -> TransactionRanges.millionths(label, values.text(slot));
            case BOOL -> values.truth(slot);
          };
    }
    return DeclaredValues.of(declared, all);
  }
}
