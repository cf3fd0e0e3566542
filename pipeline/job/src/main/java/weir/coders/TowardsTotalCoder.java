package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import weir.model.TowardsTotal;

/** The binary form of what counts in a total. */
public final class TowardsTotalCoder extends FieldwiseCoder<TowardsTotal> {
  private static final long serialVersionUID = 1L;
  private static final TowardsTotalCoder INSTANCE = new TowardsTotalCoder();

  private TowardsTotalCoder() {}

  public static TowardsTotalCoder of() {
    return INSTANCE;
  }

  @Override
  protected void write(TowardsTotal spent, WireBuffer out) throws IOException {
    Wire.writeText(spent.ruleId(), out);
    Wire.writeLong(spent.ruleVersion(), out);
    Wire.writeLong(spent.logTime(), out);
    TransactionCoder.of().encode(spent.transaction(), out);
  }

  @Override
  public TowardsTotal decode(InputStream in) throws IOException {
    return new TowardsTotal(
        Wire.readText(in), Wire.readInt(in), Wire.readLong(in), TransactionCoder.of().decode(in));
  }
}
