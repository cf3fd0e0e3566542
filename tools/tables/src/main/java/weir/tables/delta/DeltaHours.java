package weir.tables.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.internal.actions.AddFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import weir.layer.Column;
import weir.layer.HourFolder;
import weir.tables.commit.HourTable;
import weir.tables.files.FileFacts;
import weir.tables.files.Shape;

/** A table of Delta with a file of each hour. */
public final class DeltaHours implements HourTable {
  private final DeltaLog log;
  private final Shape shape;
  private final Configuration hadoop;
  private final SortedMap<Long, AddFile> known = new TreeMap<>();
  private Snapshot latest;

  private DeltaHours(DeltaLog log, Shape shape, Configuration hadoop) {
    this.log = log;
    this.shape = shape;
    this.hadoop = hadoop;
    this.latest = log.opened(shape);
  }

  /** The table in a folder of its own, which is made if it is not there. */
  public static DeltaHours in(String folder, Shape shape, Configuration hadoop) {
    return new DeltaHours(new DeltaLog(new DeltaEngine(hadoop), folder), shape, hadoop);
  }

  @Override
  public String name() {
    return log.folder();
  }

  @Override
  public String folder() {
    return log.folder();
  }

  @Override
  public SortedMap<Long, String> known() {
    latest = log.latest();
    known.clear();
    SortedMap<Long, String> paths = new TreeMap<>();
    log.files(
        latest,
        file -> {
          long hour = HourFolder.hourOf(file.getPath()).orElseThrow();
          known.put(hour, file);
          paths.put(hour, file.getPath());
        });
    return paths;
  }

  /** Where a file has new columns the table gets them first, and then it must be asked again. */
  @Override
  public boolean swap(List<FileFacts> files) {
    Set<Column> declared = new LinkedHashSet<>();
    files.forEach(each -> declared.addAll(each.declared()));
    if (log.grow(latest, declared)) {
      return false;
    }
    List<AddFile> before = new ArrayList<>();
    for (FileFacts each : files) {
      AddFile its = known.get(each.file().hour());
      if (its != null) {
        before.add(its);
      }
    }
    return new DeltaEntry(log, latest).written(before, files, shape.and(declared));
  }

  @Override
  public void expire(Duration keep, long now) {
    new DeltaExpiry(log, hadoop).expire(keep, now);
  }
}
