package weir.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import weir.model.Label;
import weir.model.LogPosition;

/** What was said of payments, of each the newest in the log. */
final class LabelRows implements TableRows<Label> {
  private static final long serialVersionUID = 1L;

  @Override
  public String sql() {
    return """
        insert into labels as known (
          user_id, event_time, transaction_id, is_fraud, source, log_time, log_partition, log_offset)
        select user_id, %s, transaction_id, is_fraud = 1, source, %s, log_partition, log_offset
        from unnest(?::text[], ?::int8[], ?::text[], ?::int8[], ?::text[], ?::int8[], ?::int8[],
          ?::int8[])
          as rows (user_id, event_time, transaction_id, is_fraud, source, log_time, log_partition,
            log_offset)
        on conflict (user_id, event_time, transaction_id) do update set
          is_fraud = excluded.is_fraud, source = excluded.source, log_time = excluded.log_time,
          log_partition = excluded.log_partition, log_offset = excluded.log_offset
        where (excluded.log_time, excluded.log_partition, excluded.log_offset)
          > (known.log_time, known.log_partition, known.log_offset)
        """
        .formatted(ArrayParameters.time("event_time"), ArrayParameters.time("log_time"));
  }

  @Override
  public void bind(PreparedStatement statement, List<Label> rows) throws SQLException {
    new ArrayParameters<>(statement, rows)
        .text(Label::userId)
        .whole(Label::time)
        .text(Label::transactionId)
        .whole(label -> label.fraud() ? 1L : 0L)
        .text(Label::source)
        .whole(Label::logTime)
        .whole(label -> (long) label.position().partition())
        .whole(label -> label.position().offset());
  }

  @Override
  public int size(Label row) {
    String source = row.source();
    return row.userId().length()
        + row.transactionId().length()
        + (source == null ? 0 : source.length());
  }

  @Override
  public String key(Label row) {
    return row.userId() + '\0' + row.time() + '\0' + row.transactionId();
  }

  @Override
  public boolean replaces(Label known, Label other) {
    return LogPosition.ORDER.compare(other.position(), known.position()) > 0;
  }
}
