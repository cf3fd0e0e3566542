package weir.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/** Small records for tests, and short names for them. */
final class SmallRecords {
  /** The first of March 2026, midnight UTC. */
  static final long START = 1_772_323_200_000L;

  private SmallRecords() {}

  static LogRecord record(int partition, long offset, long time) {
    return new LogRecord(
        new LogPosition(partition, offset, time), null, new Payload(bytes("v" + offset)));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A payment at so many milliseconds after the start. */
  static String payment(String id, long millis) {
    return String.format(
        "{\"transactionId\":\"%s\",\"userId\":\"ada\",\"amount\":5.00,\"currency\":\"EUR\",\"timestamp\":%d}",
        id, START + millis);
  }

  /** What a log has from where it is, each as kind, partition, offset and time after the start. */
  static List<String> rest(Log log) {
    List<String> rest = new ArrayList<>();
    for (Entry each = log.next(); each != null; each = log.next()) {
      rest.add(text(each));
    }
    return rest;
  }

  static String text(@Nullable Entry entry) {
    if (entry == null) {
      return "end";
    }
    LogPosition at = entry.record().position();
    return String.format(
        "%s%d/%d +%d",
        entry.kind() == Kind.LABELS ? "L" : "T", at.partition(), at.offset(), at.time() - START);
  }
}
