package weir.form;

import java.util.Arrays;

/**
 * Where the values of fields stand in the bytes of one record, if its shape is the usual: an object
 * of texts and numbers, in which nothing is escaped and no number has an exponent. One thread uses
 * it, once.
 */
final class PlainFields {
  /** Whatever bounds names, texts and numbers have elsewhere, what is shorter than this keeps. */
  private static final int LONGEST_RECORD = 8192;

  private static final int LONGEST_NUMBER = 64;

  private static final byte[] NULL = {'n', 'u', 'l', 'l'};
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final int UNKNOWN = -1;

  private final byte[] record;
  private final byte[][] names;
  private final int[] from;
  private final int[] to;

  /** The slots that have a value, and those that were met, as bits. */
  private int present;

  private int met;

  /** Where reading is. */
  private int at;

  /** Whether the text that was passed last is one of ASCII. */
  private boolean ascii;

  /**
   * Nothing was read yet.
   *
   * @param names of the fields, by their slots
   */
  PlainFields(byte[] record, byte[][] names) {
    this.record = record;
    this.names = names;
    this.from = new int[names.length];
    this.to = new int[names.length];
  }

  /** Whether the field of a slot has a value. */
  boolean has(int slot) {
    return (present & 1 << slot) != 0;
  }

  /** Where its value begins: behind the quote, if it is a text. */
  int from(int slot) {
    return from[slot];
  }

  /** Where its value has ended. */
  int to(int slot) {
    return to[slot];
  }

  /** Whether it stands in quotes. */
  boolean isText(int slot) {
    return record[from[slot] - 1] == '"';
  }

  /** Reads the record; false if its shape is another, or may be. */
  boolean read() {
    if (record.length > LONGEST_RECORD || !take('{')) {
      return false;
    }
    int usual = 0;
    do {
      skipSpace();
      int name = at + 1;
      if (!skipText() || !ascii) {
        return false;
      }
      int slot = slot(name, at - 1, usual);
      skipSpace();
      if (!take(':')) {
        return false;
      }
      skipSpace();
      if (!(slot == UNKNOWN ? skipUnknown() : takeKnown(slot))) {
        return false;
      }
      usual = slot + 1;
      skipSpace();
    } while (take(','));
    if (!take('}')) {
      return false;
    }
    skipSpace();
    return at == record.length;
  }

  /** The slot of a name. Most come in the usual order, and so it is looked for from there on. */
  private int slot(int nameFrom, int nameTo, int usual) {
    for (int i = 0; i < names.length; i++) {
      int slot = usual + i < names.length ? usual + i : usual + i - names.length;
      byte[] name = names[slot];
      if (name.length == nameTo - nameFrom
          && Arrays.equals(name, 0, name.length, record, nameFrom, nameTo)) {
        return slot;
      }
    }
    return UNKNOWN;
  }

  private boolean skipUnknown() {
    return switch (next()) {
      case '"' -> skipText() && ascii;
      case 'n' -> skip(NULL);
      case 't' -> skip(TRUE);
      case 'f' -> skip(FALSE);
      default -> skipNumber();
    };
  }

  private boolean takeKnown(int slot) {
    if ((met & 1 << slot) != 0) {
      return false;
    }
    met |= 1 << slot;
    if (next() == 'n') {
      return skip(NULL);
    }
    boolean text = next() == '"';
    from[slot] = text ? at + 1 : at;
    if (!(text ? skipText() : skipNumber())) {
      return false;
    }
    to[slot] = text ? at - 1 : at;
    present |= 1 << slot;
    return true;
  }

  /** Passes over a text without escapes, which must stand here. */
  private boolean skipText() {
    if (!take('"')) {
      return false;
    }
    int signs = 0;
    for (int i = at; i < record.length; i++) {
      byte sign = record[i];
      if (sign == '"') {
        at = i + 1;
        ascii = signs >= 0;
        return true;
      }
      // Bytes of signs beyond ASCII are below zero.
      if (sign == '\\' || (sign >= 0 && sign < ' ')) {
        return false;
      }
      signs |= sign;
    }
    return false;
  }

  private boolean skipNumber() {
    int begin = at;
    take('-');
    int whole = at;
    skipDigits();
    if (at == whole || (record[whole] == '0' && at > whole + 1)) {
      return false;
    }
    if (take('.')) {
      int part = at;
      skipDigits();
      if (at == part) {
        return false;
      }
    }
    return at - begin <= LONGEST_NUMBER;
  }

  private void skipDigits() {
    while (next() >= '0' && next() <= '9') {
      at++;
    }
  }

  private boolean skip(byte[] word) {
    boolean here =
        record.length - at >= word.length
            && Arrays.equals(word, 0, word.length, record, at, at + word.length);
    at += word.length;
    return here;
  }

  private void skipSpace() {
    for (byte sign = next(); sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t'; ) {
      at++;
      sign = next();
    }
  }

  private boolean take(char sign) {
    boolean here = next() == sign;
    at += here ? 1 : 0;
    return here;
  }

  /** The byte that stands here; behind the end one that stands in no such record. */
  private byte next() {
    return at < record.length ? record[at] : 0;
  }
}
