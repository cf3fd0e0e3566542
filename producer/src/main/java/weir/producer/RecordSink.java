package weir.producer;

import java.time.Duration;

/** Where records go. */
public interface RecordSink extends AutoCloseable {
  /** As long as it takes: who gives up is the sink. */
  Duration ANY_TIME = Duration.ofDays(1);

  void send(long logMillis, byte[] key, byte[] value);

  /** How many have arrived. */
  long confirmed();

  /** How many were sent and have not arrived yet. */
  default long waiting() {
    return 0;
  }

  /** How long nothing has arrived although something is waiting. */
  default Duration silence() {
    return Duration.ZERO;
  }

  /** Returns when all that was sent has arrived, or says why it has not. */
  default void flush() {
    flush(ANY_TIME);
  }

  /** The same, but gives up after a time. */
  void flush(Duration most);

  @Override
  void close();
}
