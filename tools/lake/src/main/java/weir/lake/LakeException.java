package weir.lake;

import org.jspecify.annotations.Nullable;

/** That a lake cannot be used as it was asked, in one sentence for whoever asked. */
final class LakeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean misuse;

  LakeException(String message) {
    this(message, null);
  }

  LakeException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  private LakeException(String message, @Nullable Throwable cause, boolean misuse) {
    super(message, cause);
    this.misuse = misuse;
  }

  /** That it was asked for what cannot be. */
  static LakeException misuse(String message, @Nullable Throwable cause) {
    return new LakeException(message, cause, true);
  }

  boolean isMisuse() {
    return misuse;
  }
}
