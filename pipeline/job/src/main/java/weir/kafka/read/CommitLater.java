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
  private final Consumer<Reached<M>> commits;
  private final Deque<Waiting<M>> waiting = new ArrayDeque<>();
  private long newest;
  private long newestFinal;
  private long committedAt;

  /** What a reader had reached at a time. */
  record Reached<M>(M mark, long at) {}

  /**
   * What waits to be committed.
   *
   * @param number counts the marks of this reader: by a clock that is set back, one that is final
   *     would seem to come after those that are not
   */
  private record Waiting<M>(Reached<M> reached, long number) {}

  /**
   * The commits of one reader.
   *
   * @param restored what was reached before this reader was made, and is not committed yet: a mark
   *     from which an engine makes a reader is final
   */
  CommitLater(
      long delayMillis,
      LongSupplier clock,
      Consumer<Reached<M>> commits,
      List<Reached<M>> restored) {
    this.delayMillis = delayMillis;
    this.clock = clock;
    this.commits = commits;
    restored.forEach(each -> waiting.addLast(new Waiting<>(each, newestFinal)));
  }

  /** A mark of the reader, as it is handed to the engine. */
  synchronized LaterMark<M> reached(M mark) {
    long now = clock.getAsLong();
    long number = ++newest;
    Waiting<M> last = waiting.peekLast();
    if (last == null || now - last.reached().at() >= delayMillis / PARTS) {
      waiting.addLast(new Waiting<>(new Reached<>(mark, now), number));
    }
    return new LaterMark<>(
        mark, waiting.stream().map(Waiting::reached).toList(), () -> isFinal(number));
  }

  private synchronized void isFinal(long number) {
    newestFinal = Math.max(newestFinal, number);
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
    Reached<M> last = null;
    while (!waiting.isEmpty() && mayBeCommitted(waiting.getFirst(), now)) {
      last = waiting.removeFirst().reached();
    }
    if (last != null) {
      committedAt = now;
      commits.accept(last);
    }
  }

  private boolean mayBeCommitted(Waiting<M> first, long now) {
    return first.number() <= newestFinal && first.reached().at() <= now - delayMillis;
  }

  /** What a reader commits with, until it is closed. */
  interface Commits<M extends CheckpointMark> extends AutoCloseable {
    void commit(Reached<M> reached);

    @Override
    void close();
  }

  /** Makes it for the readers of a source. */
  interface Committing<M extends CheckpointMark> extends Serializable {
    Commits<M> open();
  }
}
