package weir.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Original;
import weir.model.Rejected;

/** Records that are not judged, each with its reason and its bytes. */
final class DeadLetterRows implements TableRows<Rejected> {
  private static final long serialVersionUID = 1L;

  private final String topic;

  DeadLetterRows(String topic) {
    this.topic = topic;
  }

  @Override
  public String sql() {
    return """
        insert into dead_letters (
          topic, log_partition, log_offset, log_time, reason, detail, original, original_size,
          original_sha256)
        select topic, log_partition, log_offset,
          %s, reason, detail,
          decode(original, 'base64'), original_size, original_sha256
        from unnest(?::text[], ?::int8[], ?::int8[], ?::int8[], ?::text[], ?::text[], ?::text[],
          ?::int8[], ?::text[])
          as rows (topic, log_partition, log_offset, log_time, reason, detail, original,
            original_size, original_sha256)
        on conflict (topic, log_partition, log_offset) do nothing
        """
        .formatted(ArrayParameters.time("log_time"));
  }

  @Override
  public void bind(PreparedStatement statement, List<Rejected> rows) throws SQLException {
    new ArrayParameters<>(statement, rows)
        .text(rejected -> topic)
        .whole(rejected -> (long) rejected.position().partition())
        .whole(rejected -> rejected.position().offset())
        .whole(rejected -> rejected.position().writtenTime())
        .text(rejected -> rejected.reason().code())
        .text(Rejected::detail)
        // The driver makes no arrays of bytes.
        .text(rejected -> rejected.original().kept().base64())
        .whole(DeadLetterRows::sizeOfCut)
        .text(rejected -> rejected.original().sha256());
  }

  private static @Nullable Long sizeOfCut(Rejected rejected) {
    Original original = rejected.original();
    return original.isWhole() ? null : (long) original.size();
  }

  @Override
  public int size(Rejected row) {
    return 2 * row.original().kept().bytes().length;
  }

  @Override
  public String key(Rejected row) {
    return row.position().partition() + "-" + row.position().offset();
  }

  /** Of one record there is one thing to say. */
  @Override
  public boolean replaces(Rejected known, Rejected other) {
    return false;
  }
}
