package weir.log.table;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import weir.failure.MisuseException;
import weir.log.duck.Duck;

/** A Parquet file. */
final class ParquetFile {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private ParquetFile() {}

  static Sheet of(Path file, Duck duck) throws IOException, SQLException {
    if (!isOne(file)) {
      throw new MisuseException(file + " is not a Parquet file, or was not written to its end");
    }
    String sql = "read_parquet(" + Duck.quoted(file) + ", binary_as_string = true)";
    List<Column> columns = new ArrayList<>();
    try (Statement statement = duck.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "select column_name, column_type from (describe select * from " + sql + ")")) {
      while (row.next()) {
        columns.add(new Column(row.getString(1), Duck.name(row.getString(1)), row.getString(2)));
      }
    }
    long rows =
        Long.parseLong(
            duck.texts(
                    "select sum(num_rows)::bigint from parquet_file_metadata("
                        + Duck.quoted(file)
                        + ")")
                .get(0));
    return new Sheet(file, sql, columns, /* rejects= */ null, OptionalLong.of(rows));
  }

  /** Such a file begins and ends with the same four bytes. */
  private static boolean isOne(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      byte[] four = new byte[MAGIC.length];
      if (bytes.length() < 2L * MAGIC.length) {
        return false;
      }
      bytes.readFully(four);
      if (!Arrays.equals(four, MAGIC)) {
        return false;
      }
      bytes.seek(bytes.length() - MAGIC.length);
      bytes.readFully(four);
      return Arrays.equals(four, MAGIC);
    }
  }
}
