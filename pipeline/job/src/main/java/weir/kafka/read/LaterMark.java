package weir.kafka.read;

import java.util.List;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import weir.kafka.read.CommitLater.Reached;

/**
 * A mark of a reader that commits later.
 *
 * @param waiting what was reached and is not committed yet
 */
record LaterMark<M extends CheckpointMark>(M mark, List<Reached<M>> waiting, Runnable isFinal)
    implements CheckpointMark {

  /** A mark that was saved and read again: the reader that it was of is gone. */
  LaterMark(M mark, List<Reached<M>> waiting) {
    this(mark, waiting, () -> {});
  }

  @Override
  public void finalizeCheckpoint() {
    isFinal.run();
  }
}
