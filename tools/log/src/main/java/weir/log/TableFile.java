package weir.log;

import weir.log.table.Table;
import weir.model.LogPosition;
import weir.model.LogRecord;

/** A file whose rows are records, in the order of their times. */
final class TableFile implements RecordFile {
  private final Kind kind;
  private final Table table;

  /** The last time that was read. */
  private long last;

  TableFile(Kind kind, Table table) {
    this.kind = kind;
    this.table = table;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public void fill(Partition partition) {
    while (!partition.isFull()) {
      Table.Row row = table.next();
      if (row == null) {
        partition.end();
        return;
      }
      // One without a time is as late as the last of the others.
      last = row.time() == LogPosition.NO_TIME ? last : row.time();
      LogPosition position = new LogPosition(partition.number(), row.number(), last);
      partition.add(new LogRecord(position, /* key= */ null, row.value()));
    }
  }

  @Override
  public long records() {
    return table.rows();
  }

  @Override
  public void close() {
    table.close();
  }
}
