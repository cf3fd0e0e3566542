package weir.tables.iceberg;

import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import weir.tables.files.FileFacts;

/** Files of an hour, for a table that is partitioned by hours. */
final class HourPartition {
  private HourPartition() {}

  static DataFiles.Builder file(Table table, long hour) {
    PartitionSpec spec = table.spec();
    GenericRecord partition = GenericRecord.create(spec.partitionType());
    partition.set(0, Math.toIntExact(hour));
    return DataFiles.builder(spec).withFormat(FileFormat.PARQUET).withPartition(partition);
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
