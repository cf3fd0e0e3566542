package weir.tables.delta;

import static io.delta.kernel.internal.util.Utils.toCloseableIterator;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import weir.layer.Column;
import weir.layer.LakeLayer;
import weir.tables.commit.Appended;
import weir.tables.commit.OpenTable;
import weir.tables.files.FileFacts;
import weir.tables.files.Lake;
import weir.tables.files.LakeFile;

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
    return new DeltaTable(log, layer, log.opened(layer));
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
    try (CloseableIterator<FilteredColumnarBatch> batches =
        latest.getScanBuilder().build().getScanFiles(log.engine())) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> files = batches.next().getRows()) {
          while (files.hasNext()) {
            String path = InternalScanFileUtils.getAddFileStatus(files.next()).getPath();
            known.add(LakeFile.placeOf(path));
          }
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
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
    Transaction transaction = log.transaction(latest, Operation.WRITE);
    Optional<TransactionCommitResult> committed =
        log.commit(transaction, actions(transaction, files));
    if (committed.isEmpty()) {
      return Appended.late();
    }
    finish(committed.get());
    long rows = files.stream().mapToLong(each -> each.metrics().recordCount()).sum();
    return new Appended(/* done= */ true, files.size(), rows);
  }

  private List<Row> actions(Transaction transaction, List<FileFacts> facts) {
    Row state = transaction.getTransactionState(log.engine());
    List<Row> actions = new ArrayList<>();
    Map<Long, List<FileFacts>> hours =
        facts.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.file().hour(), TreeMap::new, Collectors.toList()));
    hours.forEach(
        (hour, its) -> {
          DataWriteContext folderOfHour =
              Transaction.getWriteContext(log.engine(), state, DeltaColumns.folder(hour));
          try (CloseableIterator<Row> added =
              Transaction.generateAppendActions(
                  log.engine(),
                  state,
                  toCloseableIterator(its.stream().map(this::status).iterator()),
                  folderOfHour)) {
            added.forEachRemaining(actions::add);
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
    return actions;
  }

  private DataFileStatus status(FileFacts facts) {
    LakeFile file = facts.file();
    return new DataFileStatus(
        file.path(),
        file.size(),
        file.modified(),
        Optional.of(DeltaColumns.statistics(facts.metrics(), layer)));
  }

  /** Now and then a commit is followed by a summary of all before it. Without it all is right. */
  private void finish(TransactionCommitResult committed) {
    for (PostCommitHook each : committed.getPostCommitHooks()) {
      try {
        each.threadSafeInvoke(log.engine());
      } catch (IOException failed) {
        System.getLogger(DeltaTable.class.getName())
            .log(
                System.Logger.Level.WARNING,
                log.folder() + ": " + each.getType() + " failed",
                failed);
      }
    }
  }
}
