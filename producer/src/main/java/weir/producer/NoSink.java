package weir.producer;

import java.time.Duration;

/** Discards records. */
public final class NoSink implements RecordSink {

  @Override
  public void send(long logMillis, byte[] key, byte[] value) {}

  @Override
  public long confirmed() {
    return 0;
  }

  @Override
  public void flush(Duration most) {}

  @Override
  public void close() {}
}
