package weir.form;

import weir.fields.RecordLayout;
import weir.model.Json;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;

/**
 * The flat JSON form of a transaction, in which Weir writes one: every field stands at the top
 * under its own name. {@link TransactionParser} reads it, and whatever other form a charter
 * describes.
 */
public final class TransactionJson {
  private static final TransactionParser PARSER = TransactionParser.of(RecordLayout.USUAL);

  private TransactionJson() {}

  /** Reads one record of known fields, or says in one sentence what is wrong with it. */
  public static Transaction parse(byte[] record) throws MalformedTransactionException {
    return PARSER.parse(record);
  }

  /**
   * Writes a record that is read back to an equal transaction. Declared fields stand behind the
   * known ones, in the order of their names.
   */
  public static byte[] write(Transaction tx) {
    return Json.object(
        json -> {
          TransactionFields.write(tx, new JsonFields.Writer(json, /* timesAsNumbers= */ true));
          DeclaredJson.write(tx.declared(), json);
        });
  }
}
