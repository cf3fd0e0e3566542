package weir.producer;

/** Where records go. */
public interface RecordSink extends AutoCloseable {

  void send(long logMillis, byte[] key, byte[] value);

  /** Returns when all that was sent has arrived, or says why it has not. */
  void flush();

  @Override
  void close();
}
