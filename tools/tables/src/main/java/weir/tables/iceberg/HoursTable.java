package weir.tables.iceberg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.io.CloseableIterable;
import weir.layer.HourFolder;
import weir.tables.commit.HourTable;
import weir.tables.files.FileFacts;

/** A table of Iceberg with a file of each hour. */
final class HoursTable implements HourTable {
  private final Table table;
  private final Configuration hadoop;
  private final SortedMap<Long, DataFile> known = new TreeMap<>();
  private SinceKnown since = SinceKnown.of(null);

  HoursTable(Table table, Configuration hadoop) {
    this.table = table;
    this.hadoop = hadoop;
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public String folder() {
    return table.location() + "/data";
  }

  @Override
  public SortedMap<Long, String> known() {
    table.refresh();
    since = SinceKnown.of(table.currentSnapshot());
    known.clear();
    SortedMap<Long, String> paths = new TreeMap<>();
    try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
      for (FileScanTask each : files) {
        DataFile file = each.file();
        long hour = HourFolder.hourOf(file.location()).orElseThrow();
        known.put(hour, file.copyWithoutStats());
        paths.put(hour, file.location());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return paths;
  }

  @Override
  public boolean swap(List<FileFacts> files) {
    files.forEach(each -> Growth.of(table, each.declared()));
    OverwriteFiles change = table.newOverwrite().validateWith(since);
    for (FileFacts each : files) {
      change.addFile(HourPartition.file(table, each).build());
      DataFile before = known.get(each.file().hour());
      if (before != null) {
        change.deleteFile(before);
      }
    }
    try {
      change.commit();
      return true;
    } catch (ValidationException | CommitFailedException another) {
      return false;
    }
  }

  @Override
  public void expire(Duration keep, long now) {
    new Expiry(table, hadoop).expire(keep, now);
  }
}
