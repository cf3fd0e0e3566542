package weir.form;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.fields.RecordLayout;
import weir.model.MalformedTransactionException;
import weir.model.Parsed;
import weir.model.Transaction;

/**
 * Reads transactions from records of one layout. A required field that is missing, or one that is
 * out of its range, makes the record malformed.
 */
public final class TransactionParser implements Serializable {
  private static final long serialVersionUID = 1L;

  // Where the values of known fields go.
  static final int ID = RecordSlots.of(TransactionFields.ID);
  static final int USER = RecordSlots.of(TransactionFields.USER);
  static final int AMOUNT = RecordSlots.of(TransactionFields.AMOUNT);
  static final int CURRENCY = RecordSlots.of(TransactionFields.CURRENCY);
  static final int TIMESTAMP = RecordSlots.of(TransactionFields.TIMESTAMP);
  static final int MERCHANT = RecordSlots.of(TransactionFields.MERCHANT);
  static final int CATEGORY = RecordSlots.of(TransactionFields.CATEGORY);
  static final int METHOD = RecordSlots.of(TransactionFields.METHOD);
  static final int CITY = RecordSlots.of(TransactionFields.CITY);
  static final int COUNTRY = RecordSlots.of(TransactionFields.COUNTRY);
  static final int LATITUDE = RecordSlots.of(TransactionFields.LATITUDE);
  static final int LONGITUDE = RecordSlots.of(TransactionFields.LONGITUDE);
  static final int DEVICE = RecordSlots.of(TransactionFields.DEVICE);

  private final RecordLayout layout;
  private final RecordSlots slots;

  /** The names of the fields in records of the usual shape, if they can have it. */
  private final byte @Nullable [][] names;

  private TransactionParser(RecordLayout layout, RecordSlots slots, byte @Nullable [][] names) {
    this.layout = layout;
    this.slots = slots;
    this.names = names;
  }

  /** A parser of records that are laid out like this. */
  public static TransactionParser of(RecordLayout layout) {
    return new TransactionParser(
        layout, new RecordSlots(layout, List.of()), UsualRecord.names(layout));
  }

  /** Reads one record, or says in one sentence what is wrong with it. */
  public Transaction parse(byte[] record) throws MalformedTransactionException {
    Transaction usual = names == null ? null : UsualRecord.read(record, names);
    return usual == null ? parseAny(record) : usual;
  }

  /** The same, for somebody who may read records of another layout. */
  public Parsed parsed(byte[] record) throws MalformedTransactionException {
    return new Parsed(layout, parse(record));
  }

  /**
   * The same, of a record that may have been read before.
   *
   * @param before what was read from it then; absent if nothing was
   */
  public Transaction parse(byte[] record, @Nullable Parsed before)
      throws MalformedTransactionException {
    return before != null && before.layout().equals(layout) ? before.transaction() : parse(record);
  }

  /** Reads a record of whatever shape: the usual one is a shorter way to the same. */
  Transaction parseAny(byte[] record) throws MalformedTransactionException {
    RecordValues values = slots.read(record);
    String currency = TransactionRanges.currency(slots.label(CURRENCY), values.text(CURRENCY));
    Double latitude = TransactionRanges.degrees(slots.label(LATITUDE), values.text(LATITUDE), 90);
    Double longitude =
        TransactionRanges.degrees(slots.label(LONGITUDE), values.text(LONGITUDE), 180);
    if ((latitude == null) != (longitude == null)) {
      throw new MalformedTransactionException("latitude and longitude go together");
    }
    return new Transaction(
        TransactionRanges.id(slots.label(ID), values.text(ID)),
        TransactionRanges.id(slots.label(USER), values.text(USER)),
        TransactionRanges.amountMinor(slots.label(AMOUNT), values.text(AMOUNT), currency),
        currency,
        TransactionRanges.time(slots.label(TIMESTAMP), values.text(TIMESTAMP)),
        text(MERCHANT, values),
        text(CATEGORY, values),
        text(METHOD, values),
        text(CITY, values),
        text(COUNTRY, values),
        latitude,
        longitude,
        text(DEVICE, values),
        slots.declared(values));
  }

  private @Nullable String text(int slot, RecordValues values)
      throws MalformedTransactionException {
    return slots.text(slot, values);
  }
}
