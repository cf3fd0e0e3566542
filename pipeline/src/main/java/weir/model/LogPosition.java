package weir.model;

/**
 * Where a record stands in the input topic.
 *
 * @param time the record's log time in epoch milliseconds
 */
public record LogPosition(int partition, long offset, long time) {}
