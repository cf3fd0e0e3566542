package weir.traffic;

import org.jspecify.annotations.Nullable;
import weir.model.Payload;

/**
 * A record on its way to the log.
 *
 * @param nanos the instant at which it is meant to be in the log, since the beginning
 * @param logMillis the same in epoch milliseconds, which is the log time if that is simulated
 * @param label the truth if the record is staged; a repetition has none
 */
public record Outgoing(
    long nanos, long logMillis, Payload key, Payload value, @Nullable Label label) {}
