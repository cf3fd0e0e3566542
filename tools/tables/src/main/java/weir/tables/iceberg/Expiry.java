package weir.tables.iceberg;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import weir.tables.files.LakeFile;

/**
 * Forgets what a table was long ago, and deletes files that it wrote and no longer needs: those
 * that only forgotten snapshots had, and those of writers that died before they could commit. A
 * file of the lake is never deleted.
 */
final class Expiry {
  private final Table table;
  private final Configuration hadoop;

  Expiry(Table table, Configuration hadoop) {
    this.table = table;
    this.hadoop = hadoop;
  }

  /** Deletes what is older than it must be kept. */
  void expire(Duration keep, long now) {
    long before = now - keep.toMillis();
    table.refresh();
    Snapshot latest = table.currentSnapshot();
    if (latest == null) {
      return;
    }
    for (Snapshot each : table.snapshots()) {
      if (each.timestampMillis() < before && each.snapshotId() != latest.snapshotId()) {
        table
            .expireSnapshots()
            .expireOlderThan(before)
            .retainLast(1)
            .deleteWith(this::deleteOwn)
            .commit();
        break;
      }
    }
    deleteOrphans(before);
  }

  private void deleteOwn(String path) {
    if (path.startsWith(table.location() + "/")) {
      table.io().deleteFile(path);
    }
  }

  private void deleteOrphans(long before) {
    try {
      Path data = new Path(table.location(), "data");
      FileSystem files = data.getFileSystem(hadoop);
      Set<String> needed = needed();
      RemoteIterator<LocatedFileStatus> all = files.listFiles(data, /* recursive= */ true);
      while (all.hasNext()) {
        LocatedFileStatus each = all.next();
        if (each.getModificationTime() < before
            && !needed.contains(LakeFile.placeOf(each.getPath().toString()))) {
          files.delete(each.getPath(), /* recursive= */ false);
        }
      }
    } catch (FileNotFoundException nothingWritten) {
      // A table whose files are all the lake's.
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Set<String> needed() throws IOException {
    table.refresh();
    Set<String> looked = new HashSet<>();
    Set<String> needed = new HashSet<>();
    for (Snapshot snapshot : table.snapshots()) {
      for (ManifestFile each : snapshot.dataManifests(table.io())) {
        if (looked.add(each.path())) {
          try (CloseableIterable<String> paths =
              ManifestFiles.readPaths(each, table.io(), table.specs())) {
            paths.forEach(path -> needed.add(LakeFile.placeOf(path)));
          }
        }
      }
    }
    return needed;
  }
}
