package weir.form;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.Pointer;
import weir.fields.RecordLayout;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;

/**
 * Reads labels. A label names its payment as the payment's own record does: its id, its user, its
 * time, and of its other fields those by which it is known to keys.
 */
public final class LabelParser implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String FRAUD = "fraud";
  private static final String SOURCE = "source";

  private static final List<DeclaredField> MORE =
      List.of(
          new DeclaredField(FRAUD, DeclaredType.BOOL, Pointer.to(FRAUD)),
          new DeclaredField(SOURCE, DeclaredType.TEXT, Pointer.to(SOURCE)));

  private static final int ID = RecordSlots.of(TransactionFields.ID);
  private static final int USER = RecordSlots.of(TransactionFields.USER);
  private static final int TIMESTAMP = RecordSlots.of(TransactionFields.TIMESTAMP);

  private final RecordSlots slots;

  private LabelParser(RecordSlots slots) {
    this.slots = slots;
  }

  /** Where labels say what no payment says. */
  public static List<Pointer> places() {
    return MORE.stream().map(DeclaredField::from).toList();
  }

  static List<String> placeOfFraud() {
    return Pointer.to(FRAUD).steps();
  }

  static List<String> placeOfSource() {
    return Pointer.to(SOURCE).steps();
  }

  /** What labels say that no payment says. */
  public static List<DeclaredField> further() {
    return MORE;
  }

  /** A parser of labels on payments whose records are laid out like this. */
  public static LabelParser of(RecordLayout layout) {
    return new LabelParser(new RecordSlots(layout, MORE));
  }

  /**
   * What a label says.
   *
   * @param payment as far as the label tells of it: it has no amount, and may have no currency
   */
  public record Said(Transaction payment, boolean fraud, @Nullable String source) {}

  /** Reads one record, or says in one sentence what is wrong with it. */
  public Said parse(byte[] record) throws MalformedTransactionException {
    RecordValues values = slots.read(record);
    Boolean fraud = values.truth(slots.firstOfMore());
    if (fraud == null) {
      throw new MalformedTransactionException(FRAUD + " is missing");
    }
    return new Said(
        new Transaction(
            TransactionRanges.id(slots.label(ID), values.text(ID)),
            TransactionRanges.id(slots.label(USER), values.text(USER)),
            /* amountMinor= */ 0,
            Objects.requireNonNullElse(text(TransactionFields.CURRENCY, values), ""),
            TransactionRanges.time(slots.label(TIMESTAMP), values.text(TIMESTAMP)),
            text(TransactionFields.MERCHANT, values),
            text(TransactionFields.CATEGORY, values),
            text(TransactionFields.METHOD, values),
            text(TransactionFields.CITY, values),
            text(TransactionFields.COUNTRY, values),
            /* latitude= */ null,
            /* longitude= */ null,
            text(TransactionFields.DEVICE, values),
            slots.declared(values)),
        fraud,
        slots.text(slots.firstOfMore() + 1, values));
  }

  private @Nullable String text(Field field, RecordValues values)
      throws MalformedTransactionException {
    return slots.text(RecordSlots.of(field), values);
  }
}
