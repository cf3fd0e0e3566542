package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import weir.model.Accepted;

/** The binary form of an accepted record on its way to its user. */
public final class AcceptedCoder extends FieldwiseCoder<Accepted> {
  private static final long serialVersionUID = 1L;
  private static final AcceptedCoder INSTANCE = new AcceptedCoder();

  private AcceptedCoder() {}

  public static AcceptedCoder of() {
    return INSTANCE;
  }

  @Override
  protected void write(Accepted received, WireBuffer out) throws IOException {
    TransactionCoder.of().encode(received.transaction(), out);
    LogPositionForm.write(received.position(), out);
    OriginalForm.write(received.original(), out);
    Wire.writeFlag(received.again(), out);
  }

  @Override
  public Accepted decode(InputStream in) throws IOException {
    return new Accepted(
        TransactionCoder.of().decode(in),
        LogPositionForm.read(in),
        OriginalForm.read(in),
        Wire.readFlag(in));
  }
}
