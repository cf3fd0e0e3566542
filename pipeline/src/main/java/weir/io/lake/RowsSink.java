package weir.io.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.apache.beam.sdk.io.FileIO;
import org.apache.parquet.hadoop.ParquetWriter;
import org.jspecify.annotations.Nullable;

/** A Parquet file whose rows come many at a time. */
final class RowsSink implements FileIO.Sink<Rows> {
  private static final long serialVersionUID = 1L;

  private final Layer<?> layer;
  private transient @Nullable ParquetWriter<ByteBuffer> writer;

  RowsSink(Layer<?> layer) {
    this.layer = layer;
  }

  @Override
  public void open(WritableByteChannel channel) throws IOException {
    writer = new RowsFile(new ChannelFile(channel), layer.columns()).build();
  }

  @Override
  public void write(Rows rows) throws IOException {
    ParquetWriter<ByteBuffer> open = writer;
    if (open == null) {
      throw new IOException("the file is not open");
    }
    ByteBuffer next = ByteBuffer.wrap(rows.bytes().bytes());
    while (next.hasRemaining()) {
      open.write(next);
    }
  }

  /** The last call: it ends the file, which Beam then closes. */
  @Override
  public void flush() throws IOException {
    ParquetWriter<ByteBuffer> open = writer;
    if (open != null) {
      open.close();
    }
  }
}
