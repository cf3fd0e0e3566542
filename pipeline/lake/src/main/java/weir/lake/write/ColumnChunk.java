package weir.lake.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.plain.BooleanPlainValuesWriter;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridValuesWriter;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.PrimitiveType;

/** A column of a part of a file: pages that are full are compressed and wait for the others. */
final class ColumnChunk {
  /** As large as Parquet's own writer makes them. */
  static final int PAGE_BYTES = 1 << 20;

  private static final int PAGE_ROWS = 20_000;
  private static final ByteBufferAllocator HEAP = HeapByteBufferAllocator.getInstance();

  private final ColumnDescriptor column;
  private final PrimitiveType type;
  private final BytesInputCompressor compressor;
  private final Pieces plain = new Pieces();
  private final Pieces definitions = new Pieces();
  private final Pieces repetitions = new Pieces();
  private final List<Page> pages = new ArrayList<>();
  private int pageRows;
  private long values;

  private record Page(
      int values, int rows, int size, BytesInput compressed, Statistics<?> statistics) {}

  ColumnChunk(ColumnDescriptor column, BytesInputCompressor compressor) {
    this.column = column;
    this.type = column.getPrimitiveType();
    this.compressor = compressor;
  }

  /** Takes the column's part of some rows. */
  void read(ByteBuffer from, int rows) throws IOException {
    plain.take(from);
    definitions.take(from);
    repetitions.take(from);
    pageRows += rows;
    if (plain.size() >= PAGE_BYTES || pageRows >= PAGE_ROWS) {
      endPage();
    }
  }

  /** Writes the column, which is then empty again. */
  void writeTo(ParquetFileWriter file) throws IOException {
    if (pageRows > 0) {
      endPage();
    }
    file.startColumn(column, values, compressor.getCodecName());
    for (Page each : pages) {
      file.writeDataPage(
          each.values,
          each.size,
          each.compressed,
          each.statistics,
          each.rows,
          Encoding.RLE,
          Encoding.RLE,
          Encoding.PLAIN);
    }
    file.endColumn();
    pages.clear();
    values = 0;
  }

  private void endPage() throws IOException {
    BytesInput whole =
        BytesInput.concat(
            levels(repetitions, column.getMaxRepetitionLevel()),
            levels(definitions, column.getMaxDefinitionLevel()),
            values());
    // A value or an absence each, and an absence is known by its level only.
    int count = column.getMaxDefinitionLevel() > 0 ? definitions.size() : pageRows;
    pages.add(
        new Page(
            count,
            pageRows,
            Math.toIntExact(whole.size()),
            compressor.compress(whole).copy(HEAP, released -> {}),
            statistics()));
    values += count;
    plain.clear();
    definitions.clear();
    repetitions.clear();
    pageRows = 0;
  }

  private static BytesInput levels(Pieces levels, int highest) {
    return highest == 0
        ? BytesInput.empty()
        : packed(
            new RunLengthBitPackingHybridValuesWriter(/* bitWidth= */ 1, 64, PAGE_BYTES, HEAP),
            levels);
  }

  private BytesInput values() {
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> packed(new BooleanPlainValuesWriter(), plain);
      default -> plain.whole();
    };
  }

  /** Bytes that are only zeroes and ones, as bits. */
  private static BytesInput packed(ValuesWriter bits, Pieces bytes) {
    for (ByteBuffer each : bytes.each()) {
      while (each.hasRemaining()) {
        bits.writeBoolean(each.get() == 1);
      }
    }
    return bits.getBytes();
  }

  /**
   * The least and the greatest of numbers and times, so that a reader can skip what it does not
   * need. Texts are in no order within a file, so bounds would hardly ever let it skip them.
   */
  private Statistics<?> statistics() {
    return switch (type.getPrimitiveTypeName()) {
      case INT64 -> statistics((piece, to) -> to.updateStats(piece.getLong()));
      case INT32 -> statistics((piece, to) -> to.updateStats(piece.getInt()));
      default -> Statistics.noopStats(type);
    };
  }

  /** How many rows have no value; a reader that looks for them leaves out pages without any. */
  private long absent() {
    long absent = 0;
    for (ByteBuffer each : definitions.each()) {
      while (each.hasRemaining()) {
        absent += each.get() == 0 ? 1 : 0;
      }
    }
    return absent;
  }

  private Statistics<?> statistics(BiConsumer<ByteBuffer, Statistics<?>> readNumber) {
    Statistics<?> statistics = Statistics.createStats(type);
    for (ByteBuffer each : plain.each()) {
      while (each.hasRemaining()) {
        readNumber.accept(each, statistics);
      }
    }
    statistics.incrementNumNulls(absent());
    return statistics;
  }
}
