package weir.io.lake;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.parquet.ParquetIO;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** A Parquet file whose rows come several at a time. */
final class RowsSink<T> implements FileIO.Sink<List<T>> {
  private static final long serialVersionUID = 1L;

  private final Layer<T> layer;
  private final FileIO.Sink<GenericRecord> parquet;

  RowsSink(Layer<T> layer) {
    this.layer = layer;
    this.parquet =
        ParquetIO.sink(layer.schema())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            // Lists in the form of the Parquet standard, which all readers know.
            .withConfiguration(Map.of("parquet.avro.write-old-list-structure", "false"));
  }

  @Override
  public void open(WritableByteChannel channel) throws IOException {
    parquet.open(channel);
  }

  @Override
  public void write(List<T> rows) throws IOException {
    for (T row : rows) {
      parquet.write(layer.row(row));
    }
  }

  @Override
  public void flush() throws IOException {
    parquet.flush();
  }
}
