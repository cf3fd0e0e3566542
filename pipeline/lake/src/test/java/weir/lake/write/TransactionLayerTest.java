package weir.lake.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.DeclaredValues;
import weir.form.DeclaredJson;
import weir.layer.Column;
import weir.layer.DeclaredColumns;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.oracle.Samples;

class TransactionLayerTest {
  private static final List<DeclaredField> FIELDS =
      List.of(
          new DeclaredField("away", DeclaredType.BOOL),
          new DeclaredField("ip", DeclaredType.TEXT),
          new DeclaredField("present", DeclaredType.BOOL),
          new DeclaredField("risk", DeclaredType.NUMBER));

  private final Path file;

  TransactionLayerTest(@TempDir Path folder) {
    file = folder.resolve("rows.parquet");
  }

  /** Text that every reader of JSON understands, and nothing where nothing is declared. */
  @Test
  void declaredFieldsAreOneColumnOfJson() throws IOException {
    List<Group> rows = written(Samples.DECLARED, Samples.BARE);
    String json = rows.get(0).getString("fields", 0);
    assertThat(json)
        .startsWith("{\"away\":false,\"ip\":\"")
        .endsWith(",\"present\":true,\"risk\":-0.5}");
    assertThat(DeclaredJson.read(json)).isEqualTo(Samples.DECLARED.declared());
    assertThat(rows.get(1).getFieldRepetitionCount("fields")).isZero();
    assertThat(Samples.BARE.declared()).isSameAs(DeclaredValues.NONE);
  }

  @Test
  void eachDeclaredFieldIsAColumnAsWell() throws IOException {
    List<Group> rows = written(Samples.BARE, Samples.DECLARED);
    Group row = rows.get(1);
    assertThat(row.getString("text_ip", 0)).isEqualTo(Samples.DECLARED.declared().text("ip"));
    assertThat(row.getLong("number_risk", 0)).isEqualTo(-500_000);
    assertThat(row.getBoolean("bool_present", 0)).isTrue();
    assertThat(row.getBoolean("bool_away", 0)).isFalse();
    assertThat(row.getType().getType("number_risk").getLogicalTypeAnnotation())
        .isEqualTo(LogicalTypeAnnotation.decimalType(6, 18));
    for (Column column : DeclaredColumns.of(FIELDS).keySet()) {
      assertThat(row.getType().getType(column.name()).getId().intValue()).isEqualTo(column.id());
      assertThat(rows.get(0).getFieldRepetitionCount(column.name())).isZero();
    }
  }

  private List<Group> written(Transaction... transactions) throws IOException {
    TransactionLayer layer = new TransactionLayer(FIELDS);
    RowWriter row = new RowWriter(layer.columns());
    for (Transaction each : transactions) {
      layer.write(new Verdict(each, 1, List.of(), 1, Verdict.Change.FIRST), row);
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      RowsFile to = new RowsFile(new ChannelFile(channel), layer.columns());
      to.write(row.take());
      to.end();
    }
    List<Group> found = new ArrayList<>();
    try (ParquetReader<Group> reader = new Groups(new LocalInputFile(file)).build()) {
      for (Group each = reader.read(); each != null; each = reader.read()) {
        found.add(each);
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
