package weir.dashboard.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A record that was not judged, as it stands in the database.
 *
 * @param detail what is wrong with it
 * @param original its beginning, as text
 * @param bytes how long the whole is
 */
public record DeadRecord(
    String topic,
    int partition,
    long offset,
    long time,
    String detail,
    String original,
    long bytes) {

  /** A record may have half a megabyte. */
  private static final int SHOWN = 2000;

  /** The newest of a reason, the newest first. */
  static List<DeadRecord> newest(Connection connection, String reason, int most)
      throws SQLException {
    return Query.of(
        connection,
        """
        select topic, log_partition, log_offset, log_time, left(detail, ?) as detail,
          substring(original from 1 for ?) as original, octet_length(original) as bytes
        from dead_letters where reason = ?
        order by log_time desc, topic, log_partition, log_offset desc limit ?
        """,
        row ->
            new DeadRecord(
                row.getString("topic"),
                row.getInt("log_partition"),
                row.getLong("log_offset"),
                Query.millis(row, "log_time"),
                row.getString("detail"),
                new String(row.getBytes("original"), StandardCharsets.UTF_8),
                row.getLong("bytes")),
        SHOWN,
        SHOWN,
        reason,
        most);
  }
}
