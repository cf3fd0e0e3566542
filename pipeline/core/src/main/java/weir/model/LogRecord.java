package weir.model;

import org.jspecify.annotations.Nullable;

/** A record of the input topic as it was read; either of its parts may be absent. */
public record LogRecord(LogPosition position, @Nullable Payload key, @Nullable Payload value) {}
