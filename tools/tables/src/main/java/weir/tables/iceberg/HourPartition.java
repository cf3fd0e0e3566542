package weir.tables.iceberg;

import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import weir.tables.files.FileFacts;
import weir.tables.files.Period;

/** Files for a table that is partitioned by hours or days. */
final class HourPartition {
  private HourPartition() {}

  static DataFiles.Builder file(Table table, long hour) {
    PartitionSpec spec = table.spec();
    GenericRecord partition = GenericRecord.create(spec.partitionType());
    partition.set(0, period(spec).number(hour));
    return DataFiles.builder(spec).withFormat(FileFormat.PARQUET).withPartition(partition);
  }

  /** By which periods a table is partitioned. */
  static Period period(PartitionSpec spec) {
    return spec.fields().get(0).transform().toString().equals("day") ? Period.DAY : Period.HOUR;
  }

  /** A file as it is. */
  static DataFiles.Builder file(Table table, FileFacts facts) {
    return file(table, facts.file().hour())
        .withPath(facts.file().path())
        .withFileSizeInBytes(facts.file().size())
        .withMetrics(facts.metrics())
        .withSplitOffsets(facts.splits());
  }
}
