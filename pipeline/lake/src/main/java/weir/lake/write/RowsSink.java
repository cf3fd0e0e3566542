package weir.lake.write;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import org.apache.beam.sdk.io.FileIO;
import org.jspecify.annotations.Nullable;

/** A Parquet file whose rows come many at a time. */
final class RowsSink implements FileIO.Sink<GatheredRows> {
  private static final long serialVersionUID = 1L;

  private final Layer<?> layer;
  private transient @Nullable RowsFile file;

  RowsSink(Layer<?> layer) {
    this.layer = layer;
  }

  @Override
  public void open(WritableByteChannel channel) throws IOException {
    file = new RowsFile(new ChannelFile(channel), layer.columns());
  }

  @Override
  public void write(GatheredRows rows) throws IOException {
    open().write(rows.bytes().bytes());
  }

  /** The last call: it ends the file, which Beam then closes. */
  @Override
  public void flush() throws IOException {
    open().end();
  }

  private RowsFile open() throws IOException {
    RowsFile open = file;
    if (open == null) {
      throw new IOException("the file is not open");
    }
    return open;
  }
}
