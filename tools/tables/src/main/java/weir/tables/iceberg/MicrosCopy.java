package weir.tables.iceberg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileAppender;
import org.apache.iceberg.parquet.Parquet;
import weir.layer.LakeLayer;
import weir.tables.files.LakeFile;
import weir.tables.files.Schemas;
import weir.tables.files.Shape;

/**
 * A copy of an old file with times in microseconds, for a table that cannot have the old one.
 *
 * @param path among the files of the table; its name tells the one that it was made of
 */
record MicrosCopy(String path, long size, Metrics metrics, List<Long> splits) {
  private static final Pattern MARK = Pattern.compile("~[0-9a-f-]{36}\\.parquet$");

  /** The place of the file that a table's file was made of: mostly it is that file itself. */
  static String origin(String place) {
    return MARK.matcher(place).replaceFirst("");
  }

  /** No two copies have the same name: somebody else may be making one of the same file. */
  static MicrosCopy of(LakeFile file, Table table, LakeLayer layer) {
    Schema schema = Schemas.of(Shape.of(layer));
    String path = table.location() + "/data/" + file.place() + "~" + UUID.randomUUID() + ".parquet";
    FileAppender<Record> copy = null;
    try (CloseableIterable<Record> rows =
        Parquet.read(table.io().newInputFile(file.path()))
            .project(schema)
            .withNameMapping(Schemas.names(Shape.of(layer)))
            .createReaderFunc(type -> GenericParquetReaders.buildReader(schema, type))
            .build()) {
      copy =
          Parquet.write(table.io().newOutputFile(path))
              .forTable(table)
              .schema(schema)
              .createWriterFunc(GenericParquetWriter::create)
              .build();
      try (FileAppender<Record> open = copy) {
        open.addAll(rows);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new MicrosCopy(path, copy.length(), copy.metrics(), copy.splitOffsets());
  }
}
