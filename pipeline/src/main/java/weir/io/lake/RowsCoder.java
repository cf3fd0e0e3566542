package weir.io.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import weir.model.FieldwiseCoder;
import weir.model.Payload;

/** The binary form of rows that wait, which is hardly another one. */
final class RowsCoder extends FieldwiseCoder<Rows> {
  private static final long serialVersionUID = 1L;

  @Override
  public void encode(Rows rows, OutputStream out) throws IOException {
    StringUtf8Coder.of().encode(rows.folder(), out);
    ByteArrayCoder.of().encode(rows.bytes().bytes(), out);
  }

  @Override
  public Rows decode(InputStream in) throws IOException {
    return new Rows(StringUtf8Coder.of().decode(in), new Payload(ByteArrayCoder.of().decode(in)));
  }
}
