package weir.kafka;

/** That a cluster or topic cannot be used, in one sentence for whoever started the job. */
public final class UnreachableKafkaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreachableKafkaException(String message) {
    super(message);
  }

  public UnreachableKafkaException(String message, Throwable cause) {
    super(message, cause);
  }
}
