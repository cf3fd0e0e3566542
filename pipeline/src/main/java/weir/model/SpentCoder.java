package weir.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The binary form of what counts in a total. */
public final class SpentCoder extends FieldwiseCoder<Spent> {
  private static final long serialVersionUID = 1L;
  private static final SpentCoder INSTANCE = new SpentCoder();

  private SpentCoder() {}

  public static SpentCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Spent spent, OutputStream out) throws IOException {
    Wire.writeText(spent.ruleId(), out);
    TransactionCoder.of().encode(spent.transaction(), out);
  }

  @Override
  public Spent decode(InputStream in) throws IOException {
    return new Spent(Wire.readText(in), TransactionCoder.of().decode(in));
  }
}
