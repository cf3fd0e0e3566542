package weir.lake.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.testing.CoderProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.layer.Column;
import weir.model.Payload;

/** What is written into a row stands in the file, whatever the values are. */
class RowWriterTest {
  private static final String LONG = "ä\u0000😀'\"<".repeat(20_000);

  /** One column of each kind. */
  private record Everything() implements Layer<Integer> {
    private static final long serialVersionUID = 1L;
    private static final ParquetColumns COLUMNS =
        new ParquetColumns(
            "everything",
            List.of(
                Column.of(1, "name", Column.Type.TEXT),
                Column.optional(2, "maybe", Column.Type.TEXT),
                Column.optional(3, "raw", Column.Type.BYTES),
                Column.optional(4, "real", Column.Type.REAL),
                Column.of(5, "moment", Column.Type.TIME),
                Column.of(6, "number", Column.Type.NUMBER),
                Column.of(7, "small", Column.Type.SMALL_NUMBER),
                Column.of(8, "truth", Column.Type.TRUTH),
                Column.of(9, "names", Column.Type.TEXTS)));

    @Override
    public String folder() {
      return "everything";
    }

    @Override
    public ParquetColumns columns() {
      return COLUMNS;
    }

    @Override
    public void write(Integer row, RowWriter to) {
      boolean whole = row % 2 == 0;
      to.text(row == 4 ? LONG : "name" + row)
          .optionalText(whole ? "" : null)
          .optionalBytes(whole ? new byte[] {0, -1, row.byteValue()} : null)
          .optionalReal(whole ? -0.5 * row : null)
          .time(1_000L * row)
          .number(Long.MIN_VALUE + row)
          .smallNumber(-row)
          .truth(whole)
          .texts(whole ? List.of("a", "é" + row) : List.of());
    }

    @Override
    public long time(Integer row) {
      return row;
    }
  }

  @Test
  void whatWasWrittenIsRead(@TempDir Path folder) throws Exception {
    Everything layer = new Everything();
    RowWriter some = new RowWriter(layer.columns());
    RowWriter others = new RowWriter(layer.columns());
    for (int row = 0; row < 5; row++) {
      layer.write(row, row < 3 ? some : others);
    }
    Path file = folder.resolve("rows.parquet");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      RowsSink sink = new RowsSink(layer);
      sink.open(channel);
      sink.write(new GatheredRows("f", new Payload(some.take())));
      sink.write(new GatheredRows("f", new Payload(others.take())));
      sink.flush();
    }
    assertThat(
            read(
                file, "name, maybe, hex(raw), real, epoch_ms(moment), number, small, truth, names"))
        .containsExactly(
            "name0||00FF00|-0.0|0|-9223372036854775808|0|true|[a, é0]",
            "name1|null|null|null|1000|-9223372036854775807|-1|false|[]",
            "name2||00FF02|-1.0|2000|-9223372036854775806|-2|true|[a, é2]",
            "name3|null|null|null|3000|-9223372036854775805|-3|false|[]",
            LONG + "||00FF04|-2.0|4000|-9223372036854775804|-4|true|[a, é4]");
  }

  private static List<String> read(Path file, String columns) throws SQLException {
    String query = "select " + columns + " from '" + file + "' order by number";
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  @Test
  void rowsThatWaitKeepTheirBytes() throws Exception {
    CoderProperties.coderDecodeEncodeEqual(
        new GatheredRowsCoder(),
        new GatheredRows("date=2026-01-01/hour=00", new Payload(new byte[] {1, 0, -1})));
  }
}
