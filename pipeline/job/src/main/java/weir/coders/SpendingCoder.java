package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.util.VarInt;
import weir.rules.Spending;

/** The binary form of a sum under way. */
public final class SpendingCoder extends FieldwiseCoder<Spending> {
  private static final long serialVersionUID = 1L;

  @Override
  protected void write(Spending spending, WireBuffer out) throws IOException {
    VarInt.encode(spending.count(), out);
    VarInt.encode(spending.totalMinor(), out);
    VarInt.encode(spending.newest().size(), out);
    for (Spending.Item item : spending.newest()) {
      VarInt.encode(item.time(), out);
      StringUtf8Coder.of().encode(item.id(), out);
      VarInt.encode(item.logTime(), out);
    }
  }

  @Override
  public Spending decode(InputStream in) throws IOException {
    long count = VarInt.decodeLong(in);
    long totalMinor = VarInt.decodeLong(in);
    int size = VarInt.decodeInt(in);
    List<Spending.Item> newest = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      newest.add(
          new Spending.Item(
              VarInt.decodeLong(in), StringUtf8Coder.of().decode(in), VarInt.decodeLong(in)));
    }
    return new Spending(count, totalMinor, newest);
  }
}
