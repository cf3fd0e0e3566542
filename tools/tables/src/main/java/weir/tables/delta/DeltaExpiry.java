package weir.tables.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.internal.actions.RemoveFile;
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
import weir.layer.HourFolder;
import weir.tables.files.LakeFile;

/**
 * Deletes files in the folder of a table that it lost long ago, and those of writers that died
 * before they could commit. The log Delta shortens by itself.
 */
record DeltaExpiry(DeltaLog log, Configuration hadoop) {
  void expire(Duration keep, long now) {
    long before = now - keep.toMillis();
    Snapshot latest = log.latest();
    Set<String> needed = new HashSet<>();
    log.files(latest, file -> needed.add(LakeFile.placeOf(file.getPath())));
    try {
      log.entries(
          latest, /* from= */ 0, entry -> entry.removed(file -> keepLost(file, before, needed)));
      delete(before, needed);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Who reads the table as it was then still needs it. */
  private static void keepLost(RemoveFile lost, long before, Set<String> needed) {
    if (lost.getDeletionTimestamp().orElse(Long.MAX_VALUE) >= before) {
      needed.add(LakeFile.placeOf(lost.getPath()));
    }
  }

  private void delete(long before, Set<String> needed) throws IOException {
    Path folder = new Path(log.folder());
    FileSystem files = folder.getFileSystem(hadoop);
    try {
      RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, /* recursive= */ true);
      while (all.hasNext()) {
        LocatedFileStatus each = all.next();
        String path = each.getPath().toString();
        if (HourFolder.hourOf(path).isPresent()
            && each.getModificationTime() < before
            && !needed.contains(LakeFile.placeOf(path))) {
          files.delete(each.getPath(), /* recursive= */ false);
        }
      }
    } catch (FileNotFoundException nothingWritten) {
      // A table without a file.
    }
  }
}
