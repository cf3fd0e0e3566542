package weir.tables.delta;

import io.delta.kernel.CommitActions;
import io.delta.kernel.CommitRange;
import io.delta.kernel.CommitRangeBuilder.CommitBoundary;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.internal.DeltaLogActionUtils.DeltaAction;
import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import weir.failure.UnavailableException;

/**
 * What other programs wrote into the log of a table. They may name it or describe it. If they
 * replace its files, it does not tell any more which files of the lake are in it.
 */
final class OthersEntries {
  private static final Set<DeltaAction> LOOKED_FOR =
      Set.of(DeltaAction.ADD, DeltaAction.REMOVE, DeltaAction.TXN);

  private final DeltaLog log;

  /** The first version that was not looked at yet. */
  private long next;

  OthersEntries(DeltaLog log) {
    this.log = log;
  }

  /** Refuses a table whose files another program changed. Mostly it takes no look at the log. */
  void check(Snapshot table) {
    if (log.ofOthers(table) > 0) {
      try {
        checkEach(table);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private void checkEach(Snapshot table) throws IOException {
    long from = Math.max(next, oldest(table));
    if (from <= table.getVersion()) {
      CommitRange range =
          TableManager.loadCommitRange(log.folder(), CommitBoundary.atVersion(from))
              .withEndBoundary(CommitBoundary.atVersion(table.getVersion()))
              .build(log.engine());
      try (CloseableIterator<CommitActions> entries =
          range.getCommitActions(log.engine(), LOOKED_FOR)) {
        while (entries.hasNext()) {
          check(entries.next());
        }
      }
    }
    next = table.getVersion() + 1;
  }

  /** Readers and writers of Delta delete entries that are old, as the table tells them. */
  private long oldest(Snapshot table) throws IOException {
    String first = FileNames.listingPrefix(table.getLogPath(), /* version= */ 0);
    try (CloseableIterator<FileStatus> files = log.engine().getFileSystemClient().listFrom(first)) {
      while (files.hasNext()) {
        String path = files.next().getPath();
        if (FileNames.isPublishedDeltaFile(path)) {
          return FileNames.deltaVersion(path);
        }
      }
    }
    return table.getVersion() + 1;
  }

  private void check(CommitActions entry) throws IOException {
    boolean isOurs = false;
    boolean hasFiles = false;
    try (CloseableIterator<ColumnarBatch> actions = entry.getActions()) {
      while (actions.hasNext()) {
        ColumnarBatch some = actions.next();
        isOurs |= isOurs(column(some, DeltaAction.TXN));
        hasFiles |=
            hasAny(column(some, DeltaAction.ADD)) || hasAny(column(some, DeltaAction.REMOVE));
      }
    }
    if (hasFiles && !isOurs) {
      throw new UnavailableException(
          String.format(
              "%s was changed by another program (version %d), so it does not tell which files of"
                  + " the lake it has: delete the files that the program wrote there, and the"
                  + " folder _delta_log; the table is made again",
              log.folder(), entry.getVersion()));
    }
  }

  private static ColumnVector column(ColumnarBatch actions, DeltaAction action) {
    return actions.getColumnVector(actions.getSchema().indexOf(action.colName));
  }

  private static boolean hasAny(ColumnVector actions) {
    for (int row = 0; row < actions.getSize(); row++) {
      if (!actions.isNullAt(row)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOurs(ColumnVector transactions) {
    for (int row = 0; row < transactions.getSize(); row++) {
      if (!transactions.isNullAt(row)
          && transactions.getChild(0).getString(row).equals(DeltaLog.NUMBERED)) {
        return true;
      }
    }
    return false;
  }
}
