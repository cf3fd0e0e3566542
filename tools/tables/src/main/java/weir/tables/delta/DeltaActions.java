package weir.tables.delta;

import io.delta.kernel.CommitActions;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.internal.DeltaLogActionUtils.DeltaAction;
import io.delta.kernel.internal.actions.RemoveFile;
import io.delta.kernel.internal.data.StructRow;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;

/** What an entry of a log does to the files of its table. */
record DeltaActions(CommitActions entry) {
  static final Set<DeltaAction> LOOKED_FOR =
      Set.of(DeltaAction.ADD, DeltaAction.REMOVE, DeltaAction.TXN);

  /** Takes an entry. */
  interface Taken {
    void take(DeltaActions entry) throws IOException;
  }

  long version() {
    return entry.getVersion();
  }

  /** Whether it changes files, and is of no committer. */
  boolean isOfAnotherProgram() throws IOException {
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
    return hasFiles && !isOurs;
  }

  /** Passes on the files that the table lost with it. */
  void removed(Consumer<RemoveFile> taken) throws IOException {
    try (CloseableIterator<ColumnarBatch> actions = entry.getActions()) {
      while (actions.hasNext()) {
        ColumnVector removed = column(actions.next(), DeltaAction.REMOVE);
        for (int row = 0; row < removed.getSize(); row++) {
          Row its = StructRow.fromStructVector(removed, row);
          if (its != null) {
            taken.accept(new RemoveFile(its));
          }
        }
      }
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
