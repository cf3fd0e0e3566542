package weir.tables.delta;

import io.delta.kernel.Snapshot;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import weir.layer.Column;
import weir.layer.LakeLayer;
import weir.tables.commit.Appended;
import weir.tables.commit.OpenTable;
import weir.tables.files.FileFacts;
import weir.tables.files.Lake;
import weir.tables.files.LakeFile;
import weir.tables.files.Shape;

/** A table of Delta in the folder of a layer. */
public final class DeltaTable implements OpenTable {
  private final DeltaLog log;
  private final LakeLayer layer;
  private final OthersEntries others;
  private Snapshot latest;

  private DeltaTable(DeltaLog log, LakeLayer layer, Snapshot latest) {
    this.log = log;
    this.layer = layer;
    this.latest = latest;
    this.others = new OthersEntries(log);
  }

  /** The table of a layer, which is made if it is not there. */
  public static DeltaTable of(Lake lake, LakeLayer layer, Configuration hadoop) {
    DeltaLog log = new DeltaLog(new DeltaEngine(hadoop), lake.folderOf(layer));
    return new DeltaTable(log, layer, log.opened(Shape.of(layer)));
  }

  @Override
  public String name() {
    return log.folder();
  }

  @Override
  public Set<String> known() {
    latest = log.latest();
    others.check(latest);
    Set<String> known = new HashSet<>();
    log.files(latest, file -> known.add(LakeFile.placeOf(file.getPath())));
    return known;
  }

  /** Delta forgets by itself: readers and writers drop a log that is older than it tells. */
  @Override
  public void expire(Duration keep, long now) {}

  @Override
  public boolean grow(Collection<Column> columns) {
    return log.grow(latest, columns);
  }

  @Override
  public Appended append(List<FileFacts> files) {
    if (!new DeltaEntry(log, latest).written(List.of(), files, Shape.of(layer))) {
      return Appended.late();
    }
    long rows = files.stream().mapToLong(each -> each.metrics().recordCount()).sum();
    return new Appended(/* done= */ true, files.size(), rows);
  }
}
