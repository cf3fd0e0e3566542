package weir.lake.write;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows value by value in the order of their columns, and keeps them column by column, so that
 * they are pages of a file already, only not compressed.
 */
final class RowWriter {
  private final ColumnBytes[] columns;
  private int next;
  private int rows;

  RowWriter(ParquetColumns columns) {
    this.columns =
        Stream.generate(ColumnBytes::new).limit(columns.size()).toArray(ColumnBytes[]::new);
  }

  /** How many bytes the rows have by now. */
  int size() {
    int size = Integer.BYTES + columns.length * ColumnBytes.FRAME;
    for (ColumnBytes column : columns) {
      size += column.size();
    }
    return size;
  }

  /** All rows so far, as {@link RowsFile} takes them; then the writer is empty. */
  byte[] take() {
    ByteBuffer all = ByteBuffer.allocate(size()).putInt(rows);
    for (ColumnBytes column : columns) {
      column.writeTo(all);
      column.clear();
    }
    rows = 0;
    return all.array();
  }

  RowWriter text(String text) {
    next().values.addText(text);
    return this;
  }

  RowWriter optionalText(@Nullable String text) {
    ColumnBytes column = nextOptional(text != null);
    if (text != null) {
      column.values.addText(text);
    }
    return this;
  }

  RowWriter optionalBytes(byte @Nullable [] bytes) {
    ColumnBytes column = nextOptional(bytes != null);
    if (bytes != null) {
      column.values.addBinary(bytes);
    }
    return this;
  }

  RowWriter optionalReal(@Nullable Double real) {
    ColumnBytes column = nextOptional(real != null);
    if (real != null) {
      column.values.addLong(Double.doubleToRawLongBits(real));
    }
    return this;
  }

  RowWriter time(long millis) {
    return number(TimeUnit.MILLISECONDS.toMicros(millis));
  }

  RowWriter number(long number) {
    next().values.addLong(number);
    return this;
  }

  RowWriter smallNumber(int number) {
    next().values.addInt(number);
    return this;
  }

  RowWriter optionalSmallNumber(@Nullable Integer number) {
    ColumnBytes column = nextOptional(number != null);
    if (number != null) {
      column.values.addInt(number);
    }
    return this;
  }

  RowWriter optionalNumber(@Nullable Long number) {
    ColumnBytes column = nextOptional(number != null);
    if (number != null) {
      column.values.addLong(number);
    }
    return this;
  }

  RowWriter optionalTruth(@Nullable Boolean truth) {
    ColumnBytes column = nextOptional(truth != null);
    if (truth != null) {
      column.values.addBit(truth);
    }
    return this;
  }

  RowWriter truth(boolean truth) {
    next().values.addBit(truth);
    return this;
  }

  /** For each text, one level says whether it exists, and one whether it continues a list. */
  RowWriter texts(List<String> texts) {
    ColumnBytes column = nextOptional(!texts.isEmpty());
    column.repetitions.addBit(false);
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        column.definitions.addBit(true);
        column.repetitions.addBit(true);
      }
      column.values.addText(texts.get(i));
    }
    return this;
  }

  private ColumnBytes nextOptional(boolean present) {
    ColumnBytes column = next();
    column.definitions.addBit(present);
    return column;
  }

  private ColumnBytes next() {
    ColumnBytes column = columns[next];
    next++;
    if (next == columns.length) {
      next = 0;
      rows++;
    }
    return column;
  }
}
