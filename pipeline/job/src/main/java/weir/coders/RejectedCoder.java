package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import weir.model.RejectReason;
import weir.model.Rejected;

/** The binary form of a record that is not judged. */
public final class RejectedCoder extends FieldwiseCoder<Rejected> {
  private static final long serialVersionUID = 1L;
  private static final RejectedCoder INSTANCE = new RejectedCoder();

  private RejectedCoder() {}

  public static RejectedCoder of() {
    return INSTANCE;
  }

  @Override
  protected void write(Rejected rejected, WireBuffer out) throws IOException {
    Wire.writeEnum(rejected.reason(), out);
    Wire.writeText(rejected.detail(), out);
    LogPositionForm.write(rejected.position(), out);
    OriginalForm.write(rejected.original(), out);
  }

  @Override
  public Rejected decode(InputStream in) throws IOException {
    return new Rejected(
        Wire.readEnum(RejectReason.class, in),
        Wire.readText(in),
        LogPositionForm.read(in),
        OriginalForm.read(in));
  }
}
