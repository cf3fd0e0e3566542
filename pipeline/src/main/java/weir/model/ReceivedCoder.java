package weir.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The binary form of an accepted record on its way to its user. */
public final class ReceivedCoder extends FieldwiseCoder<Received> {
  private static final long serialVersionUID = 1L;
  private static final ReceivedCoder INSTANCE = new ReceivedCoder();

  private ReceivedCoder() {}

  public static ReceivedCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Received received, OutputStream out) throws IOException {
    TransactionCoder.of().encode(received.transaction(), out);
    LogPositionForm.write(received.position(), out);
    OriginalForm.write(received.original(), out);
  }

  @Override
  public Received decode(InputStream in) throws IOException {
    return new Received(
        TransactionCoder.of().decode(in), LogPositionForm.read(in), OriginalForm.read(in));
  }
}
