package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import weir.form.TransactionFields;
import weir.model.Transaction;

/** The binary form of a transaction. */
public final class TransactionCoder extends FieldwiseCoder<Transaction> {
  private static final long serialVersionUID = 1L;
  private static final TransactionCoder INSTANCE = new TransactionCoder();

  private TransactionCoder() {}

  public static TransactionCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Transaction tx, OutputStream out) throws IOException {
    TransactionFields.write(tx, new WireFields.Writer(out));
  }

  @Override
  public Transaction decode(InputStream in) throws IOException {
    return TransactionFields.read(new WireFields.Reader(in));
  }
}
