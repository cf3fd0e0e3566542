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
  /**
   * How many hours are merged in one commit. To know what is there, and to commit, takes a look at
   * all hours of the table.
   */
  private static final int AT_ONCE = 24;

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
    List<MergedHour> missing = toMerge(hours.headMap(settled));
    for (int from = 0; from < missing.size(); from += AT_ONCE) {
      List<DataFile> added = merge(missing.subList(from, Math.min(from + AT_ONCE, missing.size())));
      merged += added.size();
      rows += added.stream().mapToLong(DataFile::recordCount).sum();
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

  /** Merges some hours in one commit. Nothing is added if somebody else was faster. */
  private List<DataFile> merge(List<MergedHour> hours) {
    SortedMap<Long, DataFile> known = ofHours();
    OverwriteFiles change =
        table.newOverwrite().validateWith(SinceKnown.of(table.currentSnapshot()));
    List<String> written = new ArrayList<>();
    List<DataFile> files = new ArrayList<>();
    try {
      for (MergedHour hour : hours) {
        DataFile before = known.get(hour.hour());
        if (!isDone(hour, before)) {
          String path = hour.write(table);
          written.add(path);
          FileFacts facts = facts(path);
          Growth.of(table, facts.declared());
          DataFile file = HourPartition.file(table, facts).build();
          files.add(file);
          change.addFile(file);
          if (before != null) {
            change.deleteFile(before);
          }
        }
      }
      if (!files.isEmpty()) {
        change.commit();
      }
      return files;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (ValidationException | CommitFailedException another) {
      // After any other failure the table may have them: what it does not have expires.
      written.forEach(table.io()::deleteFile);
      return List.of();
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
