package weir.model;

import org.jspecify.annotations.Nullable;

/**
 * A record of the input topic as it was read; either of its parts may be absent.
 *
 * @param again whether it may have been judged before by somebody whose answers stand and whose
 *     state is lost
 */
public record LogRecord(
    LogPosition position, @Nullable Payload key, @Nullable Payload value, boolean again) {

  public LogRecord(LogPosition position, @Nullable Payload key, @Nullable Payload value) {
    this(position, key, value, /* again= */ false);
  }
}
