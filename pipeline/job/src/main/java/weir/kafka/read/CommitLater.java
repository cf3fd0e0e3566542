package weir.kafka.read;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;

/**
 * Commits a reader's offsets only when the answers to what was read are written, so that a run can
 * start again from the committed offsets alone. An engine calls a mark final when the engine itself
 * holds safely what was read. This can be too early for two reasons. Spark does so before it
 * judges, so nothing is committed before the reader is asked for more. Rows of the lake wait in the
 * engine's state for a watermark, so a delay can be set.
 */
final class CommitLater<M extends CheckpointMark> {
  /** Marks that follow each other faster than this part of the delay are mostly skipped. */
  private static final int PARTS = 16;

  /** The DirectRunner finishes many bundles a second; not each of them is worth a request. */
  private static final long LEAST_PAUSE_MILLIS = 500;

  private final long delayMillis;
  private final LongSupplier clock;
  private final Consumer<M> commits;
  private final Deque<Reached<M>> waiting;
  private long finalUntil;
  private long committedAt;

  /** What a reader had reached at a time. */
  record Reached<M>(M mark, long at) {}

  /**
   * The commits of one reader.
   *
   * @param restored what was reached before this reader was made, and is not committed yet: a mark
   *     from which an engine makes a reader is final
   */
  CommitLater(
      long delayMillis, LongSupplier clock, Consumer<M> commits, List<Reached<M>> restored) {
    this.delayMillis = delayMillis;
    this.clock = clock;
    this.commits = commits;
    this.waiting = new ArrayDeque<>(restored);
    this.finalUntil = restored.isEmpty() ? 0 : restored.get(restored.size() - 1).at();
  }

  /** A mark of the reader, as it is handed to the engine. */
  synchronized LaterMark<M> reached(M mark) {
    long now = clock.getAsLong();
    Reached<M> newest = waiting.peekLast();
    if (newest == null || now - newest.at() >= delayMillis / PARTS) {
      waiting.addLast(new Reached<>(mark, now));
    }
    return new LaterMark<>(mark, List.copyOf(waiting), () -> isFinal(now));
  }

  private synchronized void isFinal(long at) {
    finalUntil = Math.max(finalUntil, at);
  }

  /** Commits what may be committed by now. Called when the reader is asked for more. */
  synchronized void commit() {
    if (waiting.isEmpty()) {
      return;
    }
    long now = clock.getAsLong();
    if (now - committedAt < LEAST_PAUSE_MILLIS) {
      return;
    }
    long until = Math.min(finalUntil, now - delayMillis);
    Reached<M> last = null;
    while (!waiting.isEmpty() && waiting.getFirst().at() <= until) {
      last = waiting.removeFirst();
    }
    if (last != null) {
      committedAt = now;
      commits.accept(last.mark());
    }
  }

  /** What a reader commits with, until it is closed. */
  interface Commits<M extends CheckpointMark> extends AutoCloseable {
    void commit(M mark);

    @Override
    void close();
  }

  /** Makes it for the readers of a source. */
  interface Committing<M extends CheckpointMark> extends Serializable {
    Commits<M> open();
  }
}
