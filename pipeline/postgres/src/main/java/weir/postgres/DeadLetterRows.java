package weir.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.DeadLetter;
import weir.model.LogPosition;
import weir.model.Original;

/** Records that are not judged, each with its reason and its bytes. */
final class DeadLetterRows implements TableRows<DeadLetter> {
  private static final long serialVersionUID = 1L;

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
  public void bind(PreparedStatement statement, List<DeadLetter> rows) throws SQLException {
    new ArrayParameters<>(statement, rows)
        .text(DeadLetter::topic)
        .whole(letter -> (long) letter.rejected().position().partition())
        .whole(letter -> letter.rejected().position().offset())
        .whole(letter -> letter.rejected().position().writtenTime())
        .text(letter -> letter.rejected().reason().code())
        .text(letter -> letter.rejected().detail())
        // The driver makes no arrays of bytes.
        .text(letter -> letter.rejected().original().kept().base64())
        .whole(DeadLetterRows::sizeOfCut)
        .text(letter -> letter.rejected().original().sha256());
  }

  private static @Nullable Long sizeOfCut(DeadLetter letter) {
    Original original = letter.rejected().original();
    return original.isWhole() ? null : (long) original.size();
  }

  @Override
  public int size(DeadLetter row) {
    return 2 * row.rejected().original().kept().bytes().length;
  }

  @Override
  public String key(DeadLetter row) {
    LogPosition position = row.rejected().position();
    return row.topic() + "-" + position.partition() + "-" + position.offset();
  }

  /** Of one record there is one thing to say. */
  @Override
  public boolean replaces(DeadLetter known, DeadLetter other) {
    return false;
  }
}
