package weir.tables.delta;

import static io.delta.kernel.internal.util.Utils.toCloseableIterator;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.Row;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import weir.tables.files.FileFacts;
import weir.tables.files.LakeFile;
import weir.tables.files.Shape;

/**
 * The next entry of a log, with files that the table gets and others that it loses. Nobody can
 * write it who has not seen this state of the table.
 */
record DeltaEntry(DeltaLog log, Snapshot table) {

  /** Writes it; whether it stands, and not that of somebody else. */
  boolean written(Collection<AddFile> removed, List<FileFacts> added, Shape shape) {
    Transaction transaction = log.transaction(table, Operation.WRITE);
    List<Row> actions = new ArrayList<>();
    Optional<Long> now = Optional.of(System.currentTimeMillis());
    for (AddFile each : removed) {
      actions.add(
          SingleAction.createRemoveFileSingleAction(
              each.toRemoveFileRow(/* dataChange= */ true, now)));
    }
    actions.addAll(added(transaction, added, shape));
    Optional<TransactionCommitResult> committed = log.commit(transaction, actions);
    committed.ifPresent(this::finish);
    return committed.isPresent();
  }

  private List<Row> added(Transaction transaction, List<FileFacts> facts, Shape shape) {
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
              Transaction.getWriteContext(
                  log.engine(), state, DeltaColumns.folder(hour, shape.period()));
          try (CloseableIterator<Row> added =
              Transaction.generateAppendActions(
                  log.engine(),
                  state,
                  toCloseableIterator(its.stream().map(each -> status(each, shape)).iterator()),
                  folderOfHour)) {
            added.forEachRemaining(actions::add);
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
    return actions;
  }

  private static DataFileStatus status(FileFacts facts, Shape shape) {
    LakeFile file = facts.file();
    return new DataFileStatus(
        file.path(),
        file.size(),
        file.modified(),
        Optional.of(DeltaColumns.statistics(facts.metrics(), shape.columns())));
  }

  /** Now and then a commit is followed by a summary of all before it. Without it all is right. */
  private void finish(TransactionCommitResult committed) {
    for (PostCommitHook each : committed.getPostCommitHooks()) {
      try {
        each.threadSafeInvoke(log.engine());
      } catch (IOException failed) {
        System.getLogger(DeltaEntry.class.getName())
            .log(
                System.Logger.Level.WARNING,
                log.folder() + ": " + each.getType() + " failed",
                failed);
      }
    }
  }
}
