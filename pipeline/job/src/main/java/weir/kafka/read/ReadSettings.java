package weir.kafka.read;

import org.apache.beam.sdk.transforms.SerializableFunction;
import weir.model.LogRecord;

/**
 * How a topic is read.
 *
 * @param batch how many records at most are read as one element
 * @param sourcePerPartition whether each partition is read by a source of its own
 * @param commitAfterMillis how long after it was read a record's offset may be committed
 * @param run the id of this run, which stands beside the offsets that it commits
 * @param forKeys whether what is read is judged at other keys than the user as well
 * @param madeAnew whether the engine makes readers anew of their marks though nothing was lost
 * @param accepted whether a record will be judged, so that its log time is near its event
 */
public record ReadSettings(
    Beginning beginning,
    Idleness idleness,
    int batch,
    boolean sourcePerPartition,
    long commitAfterMillis,
    String run,
    boolean forKeys,
    boolean madeAnew,
    SerializableFunction<LogRecord, Boolean> accepted) {

  /** The same for a topic of which others are judged. */
  public ReadSettings accepting(SerializableFunction<LogRecord, Boolean> others) {
    return new ReadSettings(
        beginning,
        idleness,
        batch,
        sourcePerPartition,
        commitAfterMillis,
        run,
        forKeys,
        madeAnew,
        others);
  }

  /** Whether records are marked that others may have read before, whose state is lost. */
  public boolean tellsAgain() {
    return forKeys;
  }

  /** Whether partitions are kept abreast: those that are read by one source can be. */
  public boolean abreast() {
    return forKeys && !sourcePerPartition;
  }
}
