package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.util.VarInt;
import weir.history.History;
import weir.model.Transaction;

/** The binary form of a user's history: its transactions in their order, with their log times. */
public final class HistoryCoder extends FieldwiseCoder<History> {
  private static final long serialVersionUID = 1L;

  @Override
  protected void write(History history, WireBuffer out) throws IOException {
    VarInt.encode(history.size(), out);
    long[] logTimes = history.logTimes();
    int next = 0;
    for (Transaction transaction : history.transactions()) {
      TransactionCoder.of().encode(transaction, out);
      // Mostly a little later than it happened: few bytes.
      Wire.writeSigned(logTimes[next++] - transaction.time(), out);
    }
  }

  @Override
  public History decode(InputStream in) throws IOException {
    int size = VarInt.decodeInt(in);
    List<Transaction> transactions = new ArrayList<>(size);
    long[] logTimes = new long[size];
    for (int i = 0; i < size; i++) {
      Transaction transaction = TransactionCoder.of().decode(in);
      transactions.add(transaction);
      logTimes[i] = transaction.time() + Wire.readSigned(in);
    }
    return History.of(transactions, logTimes);
  }
}
