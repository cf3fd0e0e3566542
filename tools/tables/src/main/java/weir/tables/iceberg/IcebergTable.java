package weir.tables.iceberg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;
import weir.layer.Column;
import weir.layer.LakeLayer;
import weir.tables.commit.Appended;
import weir.tables.commit.OpenTable;
import weir.tables.files.FileFacts;
import weir.tables.files.LakeFile;

/** A table of Iceberg over the files of a layer. */
final class IcebergTable implements OpenTable {
  private final Table table;
  private final LakeLayer layer;
  private final Configuration hadoop;

  /** What is in a manifest never changes. */
  private final Map<String, Set<String>> ofManifests = new HashMap<>();

  /** What the next files are appended to; nothing if the table has none. */
  private @Nullable Snapshot latest;

  IcebergTable(Table table, LakeLayer layer, Configuration hadoop) {
    this.table = table;
    this.layer = layer;
    this.hadoop = hadoop;
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public Set<String> known() {
    table.refresh();
    latest = table.currentSnapshot();
    if (latest == null) {
      return Set.of();
    }
    checkIsOnlyOurs();
    Map<String, Set<String>> before = Map.copyOf(ofManifests);
    ofManifests.clear();
    Set<String> known = new HashSet<>();
    for (ManifestFile each : latest.dataManifests(table.io())) {
      Set<String> places = before.get(each.path());
      if (places == null) {
        places = places(each);
      }
      ofManifests.put(each.path(), places);
      known.addAll(places);
    }
    return known;
  }

  /** A table that was rewritten does not tell any more which files of the lake are in it. */
  private void checkIsOnlyOurs() {
    for (Snapshot each : table.snapshots()) {
      if (!DataOperations.APPEND.equals(each.operation())) {
        throw new UnavailableException(
            String.format(
                "%s was changed by another program (snapshot %d, %s), so it does not tell which"
                    + " files it has: drop it from the catalog, and it is made again",
                name(), each.snapshotId(), each.operation()));
      }
    }
  }

  private Set<String> places(ManifestFile manifest) {
    Set<String> places = new HashSet<>();
    try (CloseableIterable<String> paths =
        ManifestFiles.readPaths(manifest, table.io(), table.specs())) {
      paths.forEach(path -> places.add(MicrosCopy.origin(LakeFile.placeOf(path))));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return places;
  }

  @Override
  public void expire(Duration keep, long now) {
    new Expiry(table, hadoop).expire(keep, now);
  }

  @Override
  public boolean grow(Collection<Column> columns) {
    return Growth.of(table, columns);
  }

  @Override
  public Appended append(List<FileFacts> files) {
    List<String> copies = new ArrayList<>();
    try {
      long rows = 0;
      AppendFiles append = table.newAppend().validateWith(SinceKnown.of(latest));
      for (FileFacts each : files) {
        DataFile file =
            each.isOld() ? copied(each, copies) : HourPartition.file(table, each).build();
        rows += file.recordCount();
        append.appendFile(file);
      }
      append.commit();
      return new Appended(/* done= */ true, files.size(), rows);
    } catch (ValidationException | CommitFailedException another) {
      // After any other failure the table may have them: what it does not have expires.
      copies.forEach(table.io()::deleteFile);
      return Appended.late();
    }
  }

  private DataFile copied(FileFacts facts, List<String> copies) {
    MicrosCopy copy = MicrosCopy.of(facts.file(), table, layer);
    copies.add(copy.path());
    return HourPartition.file(table, facts.file().hour())
        .withPath(copy.path())
        .withFileSizeInBytes(copy.size())
        .withMetrics(copy.metrics())
        .withSplitOffsets(copy.splits())
        .build();
  }
}
