package weir.form;

import static weir.form.TransactionParser.AMOUNT;
import static weir.form.TransactionParser.CATEGORY;
import static weir.form.TransactionParser.CITY;
import static weir.form.TransactionParser.COUNTRY;
import static weir.form.TransactionParser.CURRENCY;
import static weir.form.TransactionParser.DEVICE;
import static weir.form.TransactionParser.ID;
import static weir.form.TransactionParser.LATITUDE;
import static weir.form.TransactionParser.LONGITUDE;
import static weir.form.TransactionParser.MERCHANT;
import static weir.form.TransactionParser.METHOD;
import static weir.form.TransactionParser.TIMESTAMP;
import static weir.form.TransactionParser.USER;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredValues;
import weir.fields.RecordLayout;
import weir.model.MalformedTransactionException;
import weir.model.Money;
import weir.model.Transaction;

/**
 * A record of the usual shape whose values are right, read from its bytes without texts in between.
 * Where anything is odd about a record nothing is said here: {@link RecordSlots} reads it then, and
 * says what is wrong, if anything is. One thread uses it, once.
 */
final class UsualRecord {
  private static final int[] TEXTS = {MERCHANT, CATEGORY, METHOD, CITY, COUNTRY, DEVICE};

  private final byte[] record;
  private final PlainFields fields;
  private final FewDigits number = new FewDigits();
  private String currency = "";
  private long amountMinor;
  private long time;
  private @Nullable Double latitude;
  private @Nullable Double longitude;

  /** Whether a text turned out to be none, or blank. */
  private boolean odd;

  private UsualRecord(byte[] record, byte[][] names) {
    this.record = record;
    this.fields = new PlainFields(record, names);
  }

  /**
   * The names of known fields by their slots in records of a layout; nothing if such records are
   * not of the usual shape.
   */
  static byte @Nullable [][] names(RecordLayout layout) {
    List<Field> known = TransactionFields.all();
    byte[][] names = new byte[known.size()][];
    for (int slot = 0; slot < names.length; slot++) {
      List<String> steps = layout.placeOf(known.get(slot).json()).steps();
      if (steps.size() > 1) {
        return null;
      }
      names[slot] = steps.get(0).getBytes(StandardCharsets.UTF_8);
    }
    return layout.fields().isEmpty() ? names : null;
  }

  /** The transaction of a record, or nothing if it is odd. */
  static @Nullable Transaction read(byte[] record, byte[][] names) {
    UsualRecord usual = new UsualRecord(record, names);
    return usual.isRight() ? usual.transaction() : null;
  }

  private boolean isRight() {
    return fields.read()
        && isText(ID, TransactionRanges.MAX_ID)
        && isText(USER, TransactionRanges.MAX_ID)
        && areTexts()
        && readAmount()
        && readTime()
        && readPlace();
  }

  private boolean areTexts() {
    for (int slot : TEXTS) {
      if (fields.has(slot) && !isText(slot, TransactionRanges.MAX_TEXT)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is a text, which of those of ASCII is surely not blank. */
  private boolean isText(int slot, int most) {
    int from = fields.from(slot);
    int size = fields.to(slot) - from;
    return fields.has(slot)
        && fields.isText(slot)
        && size > 0
        && size <= most
        && record[from] != ' ';
  }

  private boolean readAmount() {
    if (!fields.has(CURRENCY) || !readNumber(AMOUNT)) {
      return false;
    }
    currency = shared(CURRENCY);
    int decimals = Money.digits(currency);
    amountMinor = decimals < 0 ? FewDigits.NONE : number.minor(decimals);
    return amountMinor != FewDigits.NONE;
  }

  private boolean readTime() {
    if (!fields.has(TIMESTAMP)) {
      return false;
    }
    try {
      time = readNumber(TIMESTAMP) ? number.time() : TransactionRanges.time("", text(TIMESTAMP));
      return time != FewDigits.NONE;
    } catch (MalformedTransactionException wrong) {
      return false;
    }
  }

  private boolean readPlace() {
    if (!fields.has(LATITUDE) && !fields.has(LONGITUDE)) {
      return true;
    }
    latitude = readNumber(LATITUDE) ? number.degrees(90) : null;
    longitude = readNumber(LONGITUDE) ? number.degrees(180) : null;
    return latitude != null && longitude != null;
  }

  private boolean readNumber(int slot) {
    return fields.has(slot) && number.read(record, fields.from(slot), fields.to(slot));
  }

  private @Nullable Transaction transaction() {
    Transaction read =
        new Transaction(
            text(ID),
            text(USER),
            amountMinor,
            currency,
            time,
            optional(MERCHANT),
            optionalShared(CATEGORY),
            optionalShared(METHOD),
            optionalShared(CITY),
            optionalShared(COUNTRY),
            latitude,
            longitude,
            optional(DEVICE),
            DeclaredValues.NONE);
    return odd ? null : read;
  }

  private @Nullable String optional(int slot) {
    return fields.has(slot) ? text(slot) : null;
  }

  private @Nullable String optionalShared(int slot) {
    return fields.has(slot) ? shared(slot) : null;
  }

  private String text(int slot) {
    return whole(SharedTexts.text(record, fields.from(slot), fields.to(slot)));
  }

  private String shared(int slot) {
    return whole(SharedTexts.shared(record, fields.from(slot), fields.to(slot)));
  }

  private String whole(@Nullable String text) {
    if (text == null || text.isBlank()) {
      odd = true;
      return "";
    }
    return text;
  }
}
