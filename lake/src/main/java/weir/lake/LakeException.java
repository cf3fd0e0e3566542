package weir.lake;

/** That a lake cannot be used as it was asked, in one sentence for whoever asked. */
final class LakeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LakeException(String message) {
    super(message);
  }

  LakeException(String message, Throwable cause) {
    super(message, cause);
  }
}
