package weir.io;

/** That the cluster or the topic is not there, in one sentence for whoever started the job. */
public final class UnreachableKafkaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreachableKafkaException(String message, Throwable cause) {
    super(message, cause);
  }
}
