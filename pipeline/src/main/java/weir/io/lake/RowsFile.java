package weir.io.lake;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens a Parquet file that takes rows as a {@link RowWriter} wrote them. Beam's own sink takes
 * Avro's records and makes a dictionary for every column: that took most of the time of the lake.
 */
final class RowsFile extends ParquetWriter.Builder<ByteBuffer, RowsFile> {
  private final Columns columns;

  RowsFile(OutputFile file, Columns columns) {
    super(file);
    this.columns = columns;
    withConf(configuration());
    withCompressionCodec(CompressionCodecName.ZSTD);
    columns.various().forEach(column -> withDictionaryEncoding(column, false));
  }

  private static ParquetConfiguration configuration() {
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    // Hardly larger files, and much less work.
    configuration.setInt("parquet.compression.codec.zstd.level", 1);
    return configuration;
  }

  @Override
  protected RowsFile self() {
    return this;
  }

  @Override
  protected WriteSupport<ByteBuffer> getWriteSupport(ParquetConfiguration configuration) {
    return new Handing(columns);
  }

  @Override
  @SuppressWarnings("deprecation") // It is abstract.
  protected WriteSupport<ByteBuffer> getWriteSupport(Configuration configuration) {
    return new Handing(columns);
  }

  private static final class Handing extends WriteSupport<ByteBuffer> {
    private final Columns columns;
    private @Nullable RecordConsumer consumer;

    Handing(Columns columns) {
      this.columns = columns;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(columns.schema(), Map.of());
    }

    @Override
    @SuppressWarnings("deprecation") // It is abstract.
    public WriteContext init(Configuration configuration) {
      return new WriteContext(columns.schema(), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    /** Takes the next row of the buffer. */
    @Override
    public void write(ByteBuffer rows) {
      columns.hand(rows, Objects.requireNonNull(consumer));
    }
  }
}
