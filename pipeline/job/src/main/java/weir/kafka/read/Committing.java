package weir.kafka.read;

import java.io.Serializable;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;

/**
 * How a source's readers commit what they have reached.
 *
 * @param <M> the marks of the source
 */
interface Committing<M extends CheckpointMark> extends Serializable {
  /** For a reader, until it is closed. */
  Commits<M> open();

  /** What one reader commits with. */
  interface Commits<M extends CheckpointMark> extends AutoCloseable {
    void commit(M mark);

    @Override
    void close();
  }
}
