package weir.tables.iceberg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;
import weir.layer.HourFolder;
import weir.layer.LakeLayer;
import weir.tables.commit.Committer.Done;
import weir.tables.files.FactsReader;
import weir.tables.files.FileFacts;
import weir.tables.files.LakeFile;

/**
 * A table with the standing row of everything that a layer tells of, as far as nothing of it is
 * expected to change. Should an hour get another file all the same, it is merged again: so it never
 * matters for what a reader finds whether the hour was settled, only for how often it is written.
 */
public final class CurrentTable {
  private final Table table;
  private final LakeLayer layer;
  private final Configuration hadoop;

  CurrentTable(Table table, LakeLayer layer, Configuration hadoop) {
    this.table = table;
    this.layer = layer;
    this.hadoop = hadoop;
  }

  /**
   * Merges what is settled and is not merged yet.
   *
   * @param files all finished files of the layer
   * @param settled the first hour that is not settled yet
   */
  public Done commit(List<LakeFile> files, long settled) {
    SortedMap<Long, List<LakeFile>> hours =
        files.stream()
            .collect(Collectors.groupingBy(LakeFile::hour, TreeMap::new, Collectors.toList()));
    int merged = 0;
    long rows = 0;
    for (MergedHour hour : toMerge(hours.headMap(settled))) {
      long its = merge(hour);
      merged += its < 0 ? 0 : 1;
      rows += Math.max(0, its);
    }
    return new Done(
        table.name(), merged, rows, ofHours().size(), hours.tailMap(settled).size(), List.of());
  }

  /** Forgets what it was longer ago than that. */
  public void expire(Duration keep, long now) {
    new Expiry(table, hadoop).expire(keep, now);
  }

  private List<MergedHour> toMerge(SortedMap<Long, List<LakeFile>> hours) {
    SortedMap<Long, DataFile> known = ofHours();
    List<MergedHour> missing = new ArrayList<>();
    hours.forEach(
        (hour, files) -> {
          MergedHour its = new MergedHour(layer, hour, files);
          if (!isDone(its, known.get(hour))) {
            missing.add(its);
          }
        });
    return missing;
  }

  private static boolean isDone(MergedHour hour, @Nullable DataFile known) {
    return known != null && MergedHour.sourceOf(known.location()).equals(hour.source());
  }

  /** The file of each hour that has one. */
  private SortedMap<Long, DataFile> ofHours() {
    table.refresh();
    SortedMap<Long, DataFile> known = new TreeMap<>();
    try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
      for (FileScanTask each : files) {
        DataFile file = each.file();
        known.put(HourFolder.hourOf(file.location()).orElseThrow(), file.copyWithoutStats());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return known;
  }

  /** How many rows the hour has now; fewer than none if somebody else was faster. */
  private long merge(MergedHour hour) {
    DataFile before = ofHours().get(hour.hour());
    if (isDone(hour, before)) {
      return -1;
    }
    SinceKnown since = SinceKnown.of(table.currentSnapshot());
    String path = hour.write(table);
    boolean added = false;
    try {
      DataFile file = HourPartition.file(table, facts(path)).build();
      OverwriteFiles change = table.newOverwrite().addFile(file).validateWith(since);
      if (before != null) {
        change.deleteFile(before);
      }
      change.commit();
      added = true;
      return file.recordCount();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (ValidationException | CommitFailedException another) {
      return -1;
    } finally {
      if (!added) {
        table.io().deleteFile(path);
      }
    }
  }

  private FileFacts facts(String path) throws IOException {
    FactsReader reader = new FactsReader(layer, hadoop);
    LakeFile file = LakeFile.at(path, hadoop);
    List<FileFacts> facts = reader.read(List.of(file));
    if (facts.isEmpty()) {
      throw new IOException(path + " is not as it was written: " + reader.refused(file));
    }
    return facts.get(0);
  }
}
