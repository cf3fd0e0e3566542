package weir.form;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.fields.RecordLayout;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;

/**
 * Reads transactions from records of one layout. A required field that is missing, or one that is
 * out of its range, makes the record malformed.
 */
public final class TransactionParser implements Serializable {
  private static final long serialVersionUID = 1L;

  // Where the values of known fields go.
  private static final int ID = RecordSlots.of(TransactionFields.ID);
  private static final int USER = RecordSlots.of(TransactionFields.USER);
  private static final int AMOUNT = RecordSlots.of(TransactionFields.AMOUNT);
  private static final int CURRENCY = RecordSlots.of(TransactionFields.CURRENCY);
  private static final int TIMESTAMP = RecordSlots.of(TransactionFields.TIMESTAMP);
  private static final int MERCHANT = RecordSlots.of(TransactionFields.MERCHANT);
  private static final int CATEGORY = RecordSlots.of(TransactionFields.CATEGORY);
  private static final int METHOD = RecordSlots.of(TransactionFields.METHOD);
  private static final int CITY = RecordSlots.of(TransactionFields.CITY);
  private static final int COUNTRY = RecordSlots.of(TransactionFields.COUNTRY);
  private static final int LATITUDE = RecordSlots.of(TransactionFields.LATITUDE);
  private static final int LONGITUDE = RecordSlots.of(TransactionFields.LONGITUDE);
  private static final int DEVICE = RecordSlots.of(TransactionFields.DEVICE);

  private final RecordSlots slots;

  private TransactionParser(RecordSlots slots) {
    this.slots = slots;
  }

  /** A parser of records that are laid out like this. */
  public static TransactionParser of(RecordLayout layout) {
    return new TransactionParser(new RecordSlots(layout, List.of()));
  }

  /** Reads one record, or says in one sentence what is wrong with it. */
  public Transaction parse(byte[] record) throws MalformedTransactionException {
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
