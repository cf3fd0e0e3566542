package weir.producer;

/** Where records go that nobody wants. */
public final class NoSink implements RecordSink {

  @Override
  public void send(long logMillis, byte[] key, byte[] value) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
