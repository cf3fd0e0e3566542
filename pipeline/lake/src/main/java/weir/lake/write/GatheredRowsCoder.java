package weir.lake.write;

import java.io.IOException;
import java.io.InputStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import weir.coders.FieldwiseCoder;
import weir.coders.WireBuffer;
import weir.model.Payload;

/** The binary form of waiting rows, which are bytes already. */
final class GatheredRowsCoder extends FieldwiseCoder<GatheredRows> {
  private static final long serialVersionUID = 1L;

  @Override
  protected void write(GatheredRows rows, WireBuffer out) throws IOException {
    StringUtf8Coder.of().encode(rows.folder(), out);
    ByteArrayCoder.of().encode(rows.bytes().bytes(), out);
  }

  @Override
  public GatheredRows decode(InputStream in) throws IOException {
    return new GatheredRows(
        StringUtf8Coder.of().decode(in), new Payload(ByteArrayCoder.of().decode(in)));
  }
}
