package weir.io;

/**
 * How the input topic is read.
 *
 * @param batch how many records at most are read as one element
 * @param sourcePerPartition whether each partition is read by a source of its own
 * @param commitAfterMillis how long after it was read a record's offset may be committed
 */
public record ReadSettings(
    Beginning beginning,
    Idleness idleness,
    int batch,
    boolean sourcePerPartition,
    long commitAfterMillis) {}
