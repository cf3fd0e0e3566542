package weir.kafka.read;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;

/**
 * Lets a reader's offsets be committed only when the answers to what was read are written, so that
 * whoever has nothing but the committed offsets can begin anew from them. An engine says that a
 * mark is final when what was read is safe with the engine. That is too early twice: Spark says so
 * before it judges, so nothing is committed before the reader is asked for more; and rows of the
 * lake wait in an engine's state until a watermark has come through, so there can be a delay.
 */
final class CommitLater<M extends CheckpointMark> {
  /** Of marks taken more often than this part of the delay most are left out. */
  private static final int PARTS = 16;

  /** The DirectRunner finishes many bundles a second: not each is worth a request to a broker. */
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
   * @param restored what was reached before the reader was made, and is not committed yet: that an
   *     engine makes a reader of a mark shows that it is final
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

  /** Commits what can be by now. Called when the reader is asked for more. */
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

  /** How the readers of a source come to that. */
  interface Committing<M extends CheckpointMark> extends Serializable {
    Commits<M> open();
  }
}
