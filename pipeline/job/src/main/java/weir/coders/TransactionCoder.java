package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import org.apache.beam.sdk.coders.CoderException;
import weir.fields.DeclaredValues;
import weir.form.TransactionFields;
import weir.model.Transaction;

/**
 * The binary form of a transaction. Declared fields stand before it, behind a zero: no id is empty,
 * so none begins with one. So a transaction without them has the form that it had before there were
 * any.
 */
public final class TransactionCoder extends FieldwiseCoder<Transaction> {
  private static final long serialVersionUID = 1L;
  private static final TransactionCoder INSTANCE = new TransactionCoder();

  /** In place of the length of an id. */
  private static final int DECLARED = 0;

  private TransactionCoder() {}

  public static TransactionCoder of() {
    return INSTANCE;
  }

  @Override
  protected void write(Transaction tx, WireBuffer out) throws IOException {
    if (tx.id().isEmpty()) {
      throw new CoderException("a transaction without an id");
    }
    if (!tx.declared().isEmpty()) {
      Wire.writeLong(DECLARED, out);
      DeclaredForm.write(tx.declared(), out);
    }
    TransactionFields.write(tx, new WireFields.Writer(out));
  }

  @Override
  public Transaction decode(InputStream in) throws IOException {
    int idLength = Wire.readInt(in);
    DeclaredValues declared = DeclaredValues.NONE;
    if (idLength == DECLARED) {
      declared = DeclaredForm.read(in);
      idLength = Wire.readInt(in);
    }
    String id = Wire.readText(idLength, in);
    return TransactionFields.readAfterId(id, new WireFields.Reader(in), declared);
  }
}
