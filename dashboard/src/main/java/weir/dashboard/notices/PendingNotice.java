package weir.dashboard.notices;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Visitor;

/**
 * A notice that somebody wants to be written.
 *
 * @param proposal the one that it announces; absent if it is about a list
 * @param subject what it is about, for people
 * @param since an offset that it does not stand before
 * @param record byte for byte what is written
 */
public record PendingNotice(
    UUID id,
    Visitor visitor,
    @Nullable Long proposal,
    String subject,
    long since,
    @SuppressWarnings("ArrayRecordComponent") byte[] record) {}
