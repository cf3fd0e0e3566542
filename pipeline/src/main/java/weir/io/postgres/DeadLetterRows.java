package weir.io.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import weir.model.Rejected;

/** Records that are not judged, each with its reason and its bytes. */
final class DeadLetterRows implements Rows<Rejected> {
  private static final long serialVersionUID = 1L;

  private final String topic;

  DeadLetterRows(String topic) {
    this.topic = topic;
  }

  @Override
  public String sql() {
    return """
        insert into dead_letters (
          topic, log_partition, log_offset, log_time, reason, detail, original)
        select topic, log_partition, log_offset,
          timestamptz 'epoch' + log_time * interval '1 millisecond', reason, detail,
          decode(original, 'base64')
        from unnest(?::text[], ?::int8[], ?::int8[], ?::int8[], ?::text[], ?::text[], ?::text[])
          as rows (topic, log_partition, log_offset, log_time, reason, detail, original)
        on conflict (topic, log_partition, log_offset) do nothing
        """;
  }

  @Override
  public void bind(PreparedStatement statement, List<Rejected> rows) throws SQLException {
    new Columns<>(statement, rows)
        .text(rejected -> topic)
        .whole(rejected -> (long) rejected.position().partition())
        .whole(rejected -> rejected.position().offset())
        .whole(rejected -> rejected.position().time())
        .text(rejected -> rejected.reason().code())
        .text(Rejected::detail)
        // The driver makes no arrays of bytes.
        .text(rejected -> rejected.original().base64());
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
