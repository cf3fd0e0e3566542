package weir.traffic;

import org.jspecify.annotations.Nullable;
import weir.model.Payload;

/**
 * A record on its way to the log.
 *
 * @param nanos the instant at which it is meant to be there, since the beginning
 * @param logMillis the same in epoch milliseconds: the log time, wherever that is simulated
 * @param label what is staged with it; a repetition says nothing new
 */
public record Outgoing(
    long nanos, long logMillis, Payload key, Payload value, @Nullable Label label) {}
