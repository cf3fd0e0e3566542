package weir.lake.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;

/**
 * A Parquet file that takes rows as a {@link RowWriter} wrote them: column by column and already in
 * the form of its pages, so that no value is touched again. Parquet's own record writer, which
 * takes value by value, was half of the lake's cost.
 */
final class RowsFile {
  /** After this many bytes, before compression, a new row group starts. */
  private static final long GROUP_BYTES = 128L << 20;

  private static final int NO_PADDING = 0;
  private static final int INDEX_LENGTH = 64;

  private final ParquetFileWriter file;
  private final CodecFactory codecs;
  private final List<ColumnChunk> columns = new ArrayList<>();
  private long rows;
  private long bytes;

  RowsFile(OutputFile out, ParquetColumns columns) throws IOException {
    MessageType schema = columns.schema();
    file =
        new ParquetFileWriter(
            out,
            schema,
            ParquetFileWriter.Mode.CREATE,
            GROUP_BYTES,
            NO_PADDING,
            INDEX_LENGTH,
            Integer.MAX_VALUE,
            /* pageWriteChecksumEnabled= */ true);
    file.start();
    codecs = new CodecFactory(configuration(), ColumnChunk.PAGE_BYTES);
    schema
        .getColumns()
        .forEach(
            column ->
                this.columns.add(
                    new ColumnChunk(column, codecs.getCompressor(CompressionCodecName.ZSTD))));
  }

  private static ParquetConfiguration configuration() {
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    // The files are hardly larger, and it is much less work.
    configuration.setInt("parquet.compression.codec.zstd.level", 1);
    return configuration;
  }

  void write(byte[] some) throws IOException {
    ByteBuffer from = ByteBuffer.wrap(some);
    int more = from.getInt();
    for (ColumnChunk column : columns) {
      column.read(from, more);
    }
    rows += more;
    bytes += some.length;
    if (bytes >= GROUP_BYTES) {
      endGroup();
    }
  }

  /** Ends the file; nothing of it is on its way any more. */
  void end() throws IOException {
    if (rows > 0) {
      endGroup();
    }
    file.end(Map.of());
    file.close();
    codecs.release();
  }

  private void endGroup() throws IOException {
    file.startBlock(rows);
    for (ColumnChunk column : columns) {
      column.writeTo(file);
    }
    file.endBlock();
    rows = 0;
    bytes = 0;
  }
}
