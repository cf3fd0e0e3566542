package weir.tables.delta;

import static io.delta.kernel.internal.util.Utils.toCloseableIterator;

import io.delta.kernel.CommitActions;
import io.delta.kernel.CommitRange;
import io.delta.kernel.CommitRangeBuilder.CommitBoundary;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.CommitStateUnknownException;
import io.delta.kernel.exceptions.ConcurrentWriteException;
import io.delta.kernel.exceptions.MaxCommitRetryLimitReachedException;
import io.delta.kernel.exceptions.TableAlreadyExistsException;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import weir.layer.Column;
import weir.tables.files.Shape;

/** The log of a table of Delta. Of several who write its next entry one succeeds. */
record DeltaLog(Engine engine, String folder) {
  private static final String WRITER = "weir";

  /** All committers share one number, which each of them raises by one. */
  static final String NUMBERED = "weir-tables";

  /** What the table is now. */
  Snapshot latest() {
    return TableManager.loadSnapshot(folder).build(engine);
  }

  /** The table with all columns of a shape, which is made if it is not there. */
  Snapshot opened(Shape shape) {
    Snapshot table = loaded(shape);
    while (grow(table, shape.columns())) {
      table = latest();
    }
    return table;
  }

  private Snapshot loaded(Shape shape) {
    try {
      return latest();
    } catch (TableNotFoundException missing) {
      try {
        TableManager.buildCreateTableTransaction(folder, DeltaColumns.of(shape), WRITER)
            .withDataLayoutSpec(DataLayoutSpec.partitioned(DeltaColumns.folders(shape)))
            .build(engine)
            .commit(engine, CloseableIterable.emptyIterable());
      } catch (TableAlreadyExistsException
          | ConcurrentWriteException
          | MaxCommitRetryLimitReachedException another) {
        // Somebody else was faster.
      }
      return latest();
    }
  }

  /** Whether the table did not have all of some columns; now it does, or others changed it. */
  boolean grow(Snapshot table, Collection<Column> columns) {
    StructType grown = DeltaColumns.grown(table.getSchema(), columns);
    if (grown.length() == table.getSchema().length()) {
      return false;
    }
    grow(table, grown);
    return true;
  }

  /**
   * Columns that came later. Delta's kernel changes the columns only of tables that give them other
   * names in files; to add one that files may lack needs nothing of that.
   */
  private void grow(Snapshot table, StructType columns) {
    Row grown =
        SingleAction.createMetadataSingleAction(table.getMetadata().withNewSchema(columns).toRow());
    commit(transaction(table, Operation.MANUAL_UPDATE), List.of(grown));
  }

  /** Passes on the files that a table has. */
  void files(Snapshot table, Consumer<AddFile> taken) {
    try (CloseableIterator<FilteredColumnarBatch> batches =
        table.getScanBuilder().build().getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> files = batches.next().getRows()) {
          while (files.hasNext()) {
            taken.accept(
                new AddFile(files.next().getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL)));
          }
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Passes on the entries that there still are, from a version on. */
  void entries(Snapshot table, long from, DeltaActions.Taken taken) throws IOException {
    long first = Math.max(from, oldest(table));
    if (first > table.getVersion()) {
      return;
    }
    CommitRange range =
        TableManager.loadCommitRange(folder, CommitBoundary.atVersion(first))
            .withEndBoundary(CommitBoundary.atVersion(table.getVersion()))
            .build(engine);
    try (CloseableIterator<CommitActions> entries =
        range.getCommitActions(engine, DeltaActions.LOOKED_FOR)) {
      while (entries.hasNext()) {
        taken.take(new DeltaActions(entries.next()));
      }
    }
  }

  /** Readers and writers of Delta delete entries that are old, as the table tells them. */
  private long oldest(Snapshot table) throws IOException {
    String first = FileNames.listingPrefix(table.getLogPath(), /* version= */ 0);
    try (CloseableIterator<FileStatus> files = engine.getFileSystemClient().listFrom(first)) {
      while (files.hasNext()) {
        String path = files.next().getPath();
        if (FileNames.isPublishedDeltaFile(path)) {
          return FileNames.deltaVersion(path);
        }
      }
    }
    return table.getVersion() + 1;
  }

  /** How many entries are not of committers; the first one makes the table, whoever writes it. */
  long ofOthers(Snapshot table) {
    return table.getVersion() - committed(table) - 1;
  }

  private long committed(Snapshot table) {
    return table.getLatestTransactionVersion(engine, NUMBERED).orElse(-1L);
  }

  /** The next entry, which nobody can write who has not seen this state of the table. */
  Transaction transaction(Snapshot table, Operation operation) {
    return table
        .buildUpdateTableTransaction(WRITER, operation)
        .withTransactionId(NUMBERED, committed(table) + 1)
        .build(engine);
  }

  /** Writes an entry; nothing comes back if somebody else was faster, or may have been. */
  Optional<TransactionCommitResult> commit(Transaction transaction, List<Row> actions) {
    try {
      return Optional.of(
          transaction.commit(
              engine, CloseableIterable.inMemoryIterable(toCloseableIterator(actions.iterator()))));
    } catch (ConcurrentWriteException
        | MaxCommitRetryLimitReachedException
        | CommitStateUnknownException another) {
      return Optional.empty();
    }
  }
}
