package weir.lake.write;

import static org.apache.parquet.filter2.predicate.FilterApi.eq;
import static org.apache.parquet.filter2.predicate.FilterApi.longColumn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.layer.Column;

/** Large files are in parts, and Parquet's own reader finds its way in them. */
class RowsFileTest {
  private static final ParquetColumns COLUMNS =
      new ParquetColumns(
          "large",
          List.of(
              Column.of(1, "number", Column.Type.NUMBER),
              Column.optional(2, "even", Column.Type.TEXT),
              Column.of(3, "third", Column.Type.TRUTH),
              Column.of(4, "names", Column.Type.TEXTS),
              Column.optional(6, "bytes", Column.Type.BYTES),
              Column.optional(7, "fifth", Column.Type.SMALL_NUMBER)));

  private final Path file;

  RowsFileTest(@TempDir Path folder) {
    file = folder.resolve("rows.parquet");
  }

  @Test
  void manyRowsAreInPagesThatAReaderMayLeaveOut() throws IOException {
    write(50_001, new byte[3]);

    Statistics<?> numbers = groups().get(0).getColumns().get(0).getStatistics();
    assertThat(numbers.minAsString()).isEqualTo("0");
    assertThat(numbers.maxAsString()).isEqualTo("50000");
    Statistics<?> fifths = groups().get(0).getColumns().get(5).getStatistics();
    assertThat(fifths.getNumNulls()).isEqualTo(40_000);
    // Each of these is in another page. The reader's own filter is off: what it reads besides are
    // the rows of the page in which the least and the greatest leave room for the number.
    for (long wanted : List.of(7L, 30_001L, 50_000L)) {
      List<Group> found = read(wanted);
      assertThat(found).hasSizeBetween(1, 30_000);
      assertThat(found.stream().filter(row -> row.getLong("number", 0) == wanted))
          .singleElement()
          .satisfies(RowsFileTest::isRight);
    }
    assertThat(read(50_001)).isEmpty();
  }

  @Test
  void moreThanAGroupIsInSeveral() throws IOException {
    write(300, new byte[1 << 20]);

    assertThat(groups())
        .hasSize(3)
        .extracting(BlockMetaData::getRowCount)
        .containsExactly(128L, 128L, 44L);
    assertThat(read(299)).hasSize(44).allSatisfy(RowsFileTest::isRight);
  }

  private static void isRight(Group row) {
    long number = row.getLong("number", 0);
    assertThat(row.getFieldRepetitionCount("even")).isEqualTo(number % 2 == 0 ? 1 : 0);
    assertThat(row.getBoolean("third", 0)).isEqualTo(number % 3 == 0);
    assertThat(row.getGroup("names", 0).getFieldRepetitionCount("list"))
        .isEqualTo((int) (number % 4));
  }

  private void write(int rows, byte[] bytes) throws IOException {
    RowWriter row = new RowWriter(COLUMNS);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      RowsFile to = new RowsFile(new ChannelFile(channel), COLUMNS);
      for (int number = 0; number < rows; number++) {
        row.number(number)
            .optionalText(number % 2 == 0 ? "even" : null)
            .truth(number % 3 == 0)
            .texts(List.of("a", "b", "c").subList(0, number % 4))
            .optionalBytes(bytes)
            .optionalSmallNumber(number % 5 == 0 ? number : null);
        if (number % 100 == 0 || bytes.length > 100) {
          to.write(row.take());
        }
      }
      to.write(row.take());
      to.end();
    }
  }

  private List<BlockMetaData> groups() throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      return reader.getRowGroups();
    }
  }

  private List<Group> read(long number) throws IOException {
    List<Group> found = new ArrayList<>();
    try (ParquetReader<Group> reader =
        new Groups(new LocalInputFile(file))
            .withFilter(FilterCompat.get(eq(longColumn("number"), number)))
            .useRecordFilter(false)
            .usePageChecksumVerification()
            .build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        found.add(row);
      }
    }
    return found;
  }

  private static final class Groups extends ParquetReader.Builder<Group> {
    Groups(LocalInputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
