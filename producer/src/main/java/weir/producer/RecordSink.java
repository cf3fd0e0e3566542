package weir.producer;

import java.time.Duration;

/** Where records go. */
public interface RecordSink extends AutoCloseable {
  /** As long as it takes: only the sink itself gives up. */
  Duration ANY_TIME = Duration.ofDays(1);

  void send(long logMillis, byte[] key, byte[] value);

  /** How many records have arrived. */
  long confirmed();

  /** How many records were sent and have not arrived yet. */
  default long waiting() {
    return 0;
  }

  /** How long nothing has arrived although something is waiting. */
  default Duration silence() {
    return Duration.ZERO;
  }

  /** Returns when everything that was sent has arrived; throws if it cannot arrive. */
  default void flush() {
    flush(ANY_TIME);
  }

  /** The same, but gives up after this time. */
  void flush(Duration most);

  @Override
  void close();
}
