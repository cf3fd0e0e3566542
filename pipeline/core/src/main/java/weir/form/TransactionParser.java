package weir.form;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.DeclaredValues;
import weir.fields.Pointer;
import weir.fields.RecordLayout;
import weir.model.Json;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;

/**
 * Reads transactions from records of one layout. What the layout does not name is ignored; a
 * required field that is missing, a field that is given twice or one that is out of its range makes
 * the record malformed. So does a name on the way to a field that is given twice.
 */
public final class TransactionParser implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final List<Field> KNOWN = TransactionFields.all();

  // Where the values of known fields go.
  private static final int ID = slot(TransactionFields.ID);
  private static final int USER = slot(TransactionFields.USER);
  private static final int AMOUNT = slot(TransactionFields.AMOUNT);
  private static final int CURRENCY = slot(TransactionFields.CURRENCY);
  private static final int TIMESTAMP = slot(TransactionFields.TIMESTAMP);
  private static final int MERCHANT = slot(TransactionFields.MERCHANT);
  private static final int CATEGORY = slot(TransactionFields.CATEGORY);
  private static final int METHOD = slot(TransactionFields.METHOD);
  private static final int CITY = slot(TransactionFields.CITY);
  private static final int COUNTRY = slot(TransactionFields.COUNTRY);
  private static final int LATITUDE = slot(TransactionFields.LATITUDE);
  private static final int LONGITUDE = slot(TransactionFields.LONGITUDE);
  private static final int DEVICE = slot(TransactionFields.DEVICE);

  /** How messages call the field of each slot: the known ones, then the declared ones. */
  private final String[] labels;

  private final Place root = Place.root();
  private final int places;

  /** The names of the declared fields, in their order. */
  private final String[] declared;

  private final DeclaredType[] types;

  private TransactionParser(RecordLayout layout) {
    List<DeclaredField> fields = layout.fields();
    labels = new String[KNOWN.size() + fields.size()];
    declared = fields.stream().map(DeclaredField::name).toArray(String[]::new);
    types = fields.stream().map(DeclaredField::type).toArray(DeclaredType[]::new);
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

  /** A parser of records that are laid out like this. */
  public static TransactionParser of(RecordLayout layout) {
    return new TransactionParser(layout);
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

  /** Reads one record, or says in one sentence what is wrong with it. */
  public Transaction parse(byte[] record) throws MalformedTransactionException {
    try (JsonParser json = Json.FACTORY.createParser(record)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedTransactionException("the record is not a JSON object");
      }
      RecordValues values = new RecordValues(json, labels.length, places);
      values.read(root);
      if (json.nextToken() != null) {
        throw new MalformedTransactionException("something follows the JSON object");
      }
      return transaction(values);
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

  private Transaction transaction(RecordValues values) throws MalformedTransactionException {
    String currency = TransactionRanges.currency(labels[CURRENCY], values.text(CURRENCY));
    Double latitude = TransactionRanges.degrees(labels[LATITUDE], values.text(LATITUDE), 90);
    Double longitude = TransactionRanges.degrees(labels[LONGITUDE], values.text(LONGITUDE), 180);
    if ((latitude == null) != (longitude == null)) {
      throw new MalformedTransactionException("latitude and longitude go together");
    }
    return new Transaction(
        TransactionRanges.id(labels[ID], values.text(ID)),
        TransactionRanges.id(labels[USER], values.text(USER)),
        TransactionRanges.amountMinor(labels[AMOUNT], values.text(AMOUNT), currency),
        currency,
        TransactionRanges.time(labels[TIMESTAMP], values.text(TIMESTAMP)),
        text(MERCHANT, values),
        text(CATEGORY, values),
        text(METHOD, values),
        text(CITY, values),
        text(COUNTRY, values),
        latitude,
        longitude,
        text(DEVICE, values),
        declared.length == 0 ? DeclaredValues.NONE : declared(values));
  }

  private @Nullable String text(int slot, RecordValues values)
      throws MalformedTransactionException {
    return TransactionRanges.text(labels[slot], values.text(slot));
  }

  private DeclaredValues declared(RecordValues values) throws MalformedTransactionException {
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

  private static int slot(Field field) {
    return KNOWN.indexOf(field);
  }
}
