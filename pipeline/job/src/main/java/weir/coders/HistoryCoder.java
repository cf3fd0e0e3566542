package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.util.VarInt;
import weir.history.History;
import weir.model.Transaction;

/** The binary form of a user's history: its transactions in their order. */
public final class HistoryCoder extends FieldwiseCoder<History> {
  private static final long serialVersionUID = 1L;

  @Override
  public void encode(History history, OutputStream out) throws IOException {
    VarInt.encode(history.size(), out);
    for (Transaction transaction : history.transactions()) {
      TransactionCoder.of().encode(transaction, out);
    }
  }

  @Override
  public History decode(InputStream in) throws IOException {
    int size = VarInt.decodeInt(in);
    List<Transaction> transactions = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      transactions.add(TransactionCoder.of().decode(in));
    }
    return History.of(transactions);
  }
}
