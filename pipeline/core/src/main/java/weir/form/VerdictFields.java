package weir.form;

import static weir.form.FieldKind.NAMES;
import static weir.form.FieldKind.NUMBER;
import static weir.form.FieldKind.OPTIONAL_JSON;
import static weir.form.FieldKind.OPTIONAL_SMALL_NUMBER;
import static weir.form.FieldKind.OPTIONAL_TEXT;
import static weir.form.FieldKind.SMALL_NUMBER;
import static weir.form.FieldKind.TRUTH;
import static weir.form.TransactionFields.AMOUNT;
import static weir.form.TransactionFields.CURRENCY;
import static weir.form.TransactionFields.DETAILS;
import static weir.form.TransactionFields.ID;
import static weir.form.TransactionFields.TIMESTAMP;
import static weir.form.TransactionFields.USER;

import java.util.List;
import weir.model.FiredRule;
import weir.model.Severity;
import weir.model.Transaction;
import weir.model.Verdict;

/**
 * The one description of a verdict as a row: the transaction, and what the rules make of it. Its
 * row in a table and its row in a file follow from it, in this order.
 */
public final class VerdictFields {
  private static final Field DECLARED = Field.ofTables(51, "fields", OPTIONAL_JSON);
  private static final Field FLAGGED = Field.ofTables(52, "is_flagged", TRUTH);
  private static final Field SEVERITY = Field.ofTables(53, "severity", OPTIONAL_TEXT);
  private static final Field FIRED = Field.ofTables(54, "fired_rules", NAMES);
  private static final Field SCORE = Field.ofTables(56, "score", OPTIONAL_SMALL_NUMBER);
  private static final Field BOOK = Field.ofTables(57, "book", SMALL_NUMBER);
  private static final Field SEEN = Field.ofTables(58, "seen", NUMBER);

  private static final List<Field> KEY = List.of(USER, ID, TIMESTAMP);
  private static final List<Field> JUDGEMENT = List.of(FLAGGED, SEVERITY, FIRED, SCORE, BOOK, SEEN);
  private static final List<Field> ALL =
      Field.joined(KEY, List.of(AMOUNT, CURRENCY), DETAILS, List.of(DECLARED), JUDGEMENT);

  private VerdictFields() {}

  /** All of them, in their order. */
  public static List<Field> all() {
    return ALL;
  }

  /** Those that say which transaction it is. */
  public static List<Field> key() {
    return KEY;
  }

  /** Those that another verdict on the same transaction can change. */
  public static List<Field> judgement() {
    return JUDGEMENT;
  }

  /** Hands on the value of every field, in their order. */
  public static <X extends Exception> void write(Verdict verdict, FieldWriter<X> to) throws X {
    Transaction tx = verdict.transaction();
    to.text(USER, tx.userId());
    to.text(ID, tx.id());
    to.time(TIMESTAMP, tx.time());
    to.money(AMOUNT, tx.amountMinor(), tx.currency());
    to.text(CURRENCY, tx.currency());
    TransactionFields.writeDetails(tx, to);
    to.optionalJson(DECLARED, DeclaredJson.text(tx.declared()));
    to.truth(FLAGGED, verdict.isSuspicious());
    to.optionalText(SEVERITY, verdict.severity().map(Severity::code).orElse(null));
    to.names(FIRED, rules(verdict));
    to.optionalSmallNumber(SCORE, verdict.score());
    to.smallNumber(BOOK, verdict.book());
    to.number(SEEN, verdict.seen());
  }

  /** Most verdicts name no rule. A stream would cost them more than all the rest. */
  private static List<String> rules(Verdict verdict) {
    return verdict.isSuspicious()
        ? verdict.fired().stream().map(FiredRule::id).toList()
        : List.of();
  }

  /** What a row tells, out of a form that finds fields by their names. */
  static <X extends Exception> VerdictRow read(FieldReader<X> from) throws X {
    return new VerdictRow(
        TransactionFields.read(from, DeclaredJson.read(from.optionalJson(DECLARED))),
        from.truth(FLAGGED),
        from.optionalText(SEVERITY),
        from.names(FIRED),
        from.optionalSmallNumber(SCORE),
        from.smallNumber(BOOK),
        from.number(SEEN));
  }
}
