package weir.bench.twin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.util.VarInt;
import weir.coders.HistoryCoder;
import weir.coders.SpendingCoder;
import weir.rules.Spending;

/** The binary form of a user's memory, for engines that keep state as bytes. */
public final class UserMemoryForm {
  private static final HistoryCoder HISTORY = new HistoryCoder();
  private static final SpendingCoder SPENDING = new SpendingCoder();
  private static final int USUAL_SIZE = 4096;

  private UserMemoryForm() {}

  public static byte[] write(UserMemory memory) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
    try {
      HISTORY.encode(memory.history(), out);
      Map<OpenTotals.Pane, Spending> panes = memory.totals().panes();
      VarInt.encode(panes.size(), out);
      for (Map.Entry<OpenTotals.Pane, Spending> each : panes.entrySet()) {
        StringUtf8Coder.of().encode(each.getKey().ruleId(), out);
        StringUtf8Coder.of().encode(each.getKey().currency(), out);
        VarInt.encode(each.getKey().end(), out);
        SPENDING.encode(each.getValue(), out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return out.toByteArray();
  }

  public static UserMemory read(byte[] bytes) {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    try {
      var history = HISTORY.decode(in);
      Map<OpenTotals.Pane, Spending> panes = new HashMap<>();
      for (int left = VarInt.decodeInt(in); left > 0; left--) {
        OpenTotals.Pane pane =
            new OpenTotals.Pane(
                StringUtf8Coder.of().decode(in),
                StringUtf8Coder.of().decode(in),
                VarInt.decodeLong(in));
        panes.put(pane, SPENDING.decode(in));
      }
      return new UserMemory(history, new OpenTotals(panes));
    } catch (IOException broken) {
      throw new UncheckedIOException("not the memory of a user", broken);
    }
  }
}
