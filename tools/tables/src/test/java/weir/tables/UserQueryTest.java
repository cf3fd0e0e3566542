package weir.tables;

import static org.apache.iceberg.expressions.Expressions.equal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Files;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.parquet.Parquet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.lake.write.LakeWriter;
import weir.model.Verdict;
import weir.oracle.Sample;

/**
 * How much a question about one user reads of some days. {@code -Dweir.month=400000} makes thirty
 * days of as many payments as that; the part that is read falls with them.
 */
class UserQueryTest {
  private static final @Nullable Integer MONTH = Integer.getInteger("weir.month");
  private static final int DAYS = MONTH == null ? 3 : 30;
  private static final int A_DAY = MONTH == null ? 40_000 : MONTH;
  private static final int USERS = A_DAY / 2;
  private static final long DAY = 86_400_000L;

  private final TestTables tables;
  private final LakeWriter writer;
  private final Random random = new Random(53);

  UserQueryTest(@TempDir Path lake) {
    tables = new TestTables(lake);
    writer = new LakeWriter(lake);
  }

  private void day(int number) throws IOException {
    long begin = Payments.START + number * DAY;
    List<Verdict> some = new ArrayList<>();
    for (int i = 0; i < A_DAY; i++) {
      Sample payment =
          Sample.at(begin + random.nextInt((int) DAY))
              .id(Long.toHexString(random.nextLong()))
              .user("user-" + random.nextInt(USERS))
              .in("city " + random.nextInt(500), "DE")
              .category("kind " + random.nextInt(30))
              .on(random.nextInt(80), random.nextInt(80))
              .pay((1 + random.nextInt(900)) + ".50", "EUR");
      some.add(new Verdict(payment.tx(), 1, List.of(), random.nextInt(50), Verdict.Change.FIRST));
    }
    writer.verdicts(some);
  }

  @Test
  void aUserIsFoundWithoutReadingTheRest() throws IOException {
    for (int day = 0; day < DAYS; day++) {
      day(day);
    }
    writer.records(
        "transactions",
        List.of(Sample.at(Payments.START + 40 * DAY).record(0, Payments.START + 40 * DAY)));
    tables.commit("iceberg", "--current");
    Table table =
        tables.catalog().loadTable(TableIdentifier.of(tables.namespace, "silver_current"));
    String user = "user-" + USERS / 3;
    Schema wanted =
        table.schema().select("user_id", "event_time", "amount_minor", "currency", "is_flagged");
    AtomicLong bytes = new AtomicLong();
    long inAll = 0;
    long found = 0;
    try (CloseableIterable<FileScanTask> files =
        table.newScan().filter(equal("user_id", user)).planFiles()) {
      for (FileScanTask each : files) {
        inAll += each.file().fileSizeInBytes();
        found += found(each, user, wanted, bytes);
      }
    }
    System.out.printf(
        "%,d payments a day: %,d rows of %s in %,d of %,d bytes, %.2f %%%n",
        A_DAY, found, user, bytes.get(), inAll, 100.0 * bytes.get() / inAll);
    assertThat(found).isBetween(1L, 150L);
    // A part of each day, of five columns, and the end of the file, which tells of all parts.
    assertThat(bytes.doubleValue() / inAll).isLessThan(0.1);
  }

  private static long found(FileScanTask task, String user, Schema wanted, AtomicLong bytes)
      throws IOException {
    long found = 0;
    InputFile file = Files.localInput(task.file().location().replaceFirst("^file:/+", "/"));
    try (CloseableIterable<Record> rows =
        Parquet.read(new CountedFile(file, bytes))
            .project(wanted)
            .filter(task.residual())
            .createReaderFunc(type -> GenericParquetReaders.buildReader(wanted, type))
            .build()) {
      for (Record each : rows) {
        found += user.equals(each.getField("user_id")) ? 1 : 0;
      }
    }
    return found;
  }
}
