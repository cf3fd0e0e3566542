package weir.log;

/** A file of records, read ahead as far as is wanted. */
interface RecordFile extends AutoCloseable {
  Kind kind();

  String name();

  /** Adds records to a partition until it is full, or there are no more. */
  void fill(Partition partition);

  /** About how many records there are. */
  long records();

  @Override
  void close();
}
