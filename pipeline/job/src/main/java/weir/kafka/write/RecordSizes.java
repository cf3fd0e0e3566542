package weir.kafka.write;

import weir.book.Key;
import weir.book.RuleBook;
import weir.fields.FieldNames;
import weir.fields.RecordLayout;
import weir.form.TransactionRanges;
import weir.model.Alert;
import weir.model.Original;
import weir.rules.ByExpression;
import weir.rules.ByModel;
import weir.rules.Finding;
import weir.rules.Inputs;
import weir.rules.RuleHeader;

/**
 * The largest records that Weir can write, whatever it reads. The limits of its producers and the
 * demands on its topics follow from here.
 */
public final class RecordSizes {
  /** What a control character takes in JSON; any other character takes less. */
  private static final int JSON_CHARACTER = "\\u0001".length();

  /** What a character of a key takes in UTF-8; half of a pair takes less. */
  private static final int KEY_CHARACTER = 3;

  /** A transaction has two ids and these texts. */
  private static final int TEXTS = 6;

  /** A declared field or a key has a name, and marks around it and its value. */
  private static final int NAME_OF_FIELD = FieldNames.MAX_LENGTH + "\"\":\"\",".length();

  /** An alert's reason names places, each by two texts. */
  private static final int TEXTS_OF_REASON = 2 * 5;

  /**
   * Names of fields and topics, numbers, times, and what Kafka adds to a record: all that no sender
   * can make longer.
   */
  private static final int ALL_ELSE = 4 * 1024;

  /** What a header says of a rule: its id, its version and a comma. */
  private static final int MOST_NAME = RuleHeader.MAX_ID + " v999999999,".length();

  /** Kafka's own default, which also bounds how much a producer sends together. */
  private static final int USUAL_REQUEST = 1024 * 1024;

  private static final int DIGITS_OF_DOUBLE = 330;

  private RecordSizes() {}

  public static int alert() {
    int ids = (2 + Alert.MOST_EVIDENCE) * TransactionRanges.MAX_ID * JSON_CHARACTER;
    return ids
        + Math.max(reasonOfLimit(), Math.max(reasonOfExpression(), reasonOfModel()))
        + keys()
        + ALL_ELSE;
  }

  /** With the values of all keys, each of two texts and a character between them. */
  private static int keys() {
    int value = (2 * TransactionRanges.MAX_TEXT + 1) * JSON_CHARACTER;
    return Key.MOST * (NAME_OF_FIELD + value);
  }

  private static int reasonOfLimit() {
    return TEXTS_OF_REASON * TransactionRanges.MAX_TEXT * JSON_CHARACTER;
  }

  /** With the values of the features. */
  private static int reasonOfExpression() {
    int value = NAME_OF_FIELD + TransactionRanges.MAX_TEXT * JSON_CHARACTER;
    return Finding.MOST_REASON * JSON_CHARACTER + ByExpression.MOST_FEATURES * value;
  }

  /** With the values of the inputs, and what is usual. */
  private static int reasonOfModel() {
    int value = (Inputs.MOST_TEXT + ByModel.USUAL.length()) * JSON_CHARACTER + DIGITS_OF_DOUBLE;
    return Finding.MOST_REASON * JSON_CHARACTER + 2 * ByModel.MOST_TOLD * value;
  }

  public static int deadLetter() {
    return (Original.MOST_BYTES + 2) / 3 * 4 + ALL_ELSE;
  }

  /**
   * A transaction with the names of the rules that fired, which may be all that a book can have.
   */
  public static int branch() {
    int texts = 2 * TransactionRanges.MAX_ID + TEXTS * TransactionRanges.MAX_TEXT;
    int declared = NAME_OF_FIELD + TransactionRanges.MAX_ID * JSON_CHARACTER;
    return texts * JSON_CHARACTER
        + RecordLayout.MOST_FIELDS * declared
        + TransactionRanges.MAX_ID * KEY_CHARACTER
        + RuleBook.MOST_RULES * MOST_NAME
        + ALL_ELSE;
  }

  /** What a producer must be allowed to send at once: what Kafka allows, or more if need be. */
  public static int request(int largestRecord) {
    return Math.max(USUAL_REQUEST, largestRecord);
  }
}
