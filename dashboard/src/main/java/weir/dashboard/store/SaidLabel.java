package weir.dashboard.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What was said last of a payment.
 *
 * @param time when the payment happened, in epoch milliseconds
 * @param at when it was said, in epoch milliseconds
 */
public record SaidLabel(String payment, long time, boolean fraud, String source, long at) {

  /** Those about a user, the newest first; none where no job has labels. */
  public static List<SaidLabel> ofUser(Connection connection, String user, int most)
      throws SQLException {
    boolean readable =
        Query.only(
            connection,
            "select coalesce(has_table_privilege(to_regclass('labels'), 'select'), false)",
            row -> row.getBoolean(1));
    return !readable
        ? List.of()
        : Query.of(
            connection,
            "select transaction_id, event_time, is_fraud, coalesce(source, '') as source, log_time"
                + " from labels where user_id = ? order by log_time desc limit ?",
            row ->
                new SaidLabel(
                    row.getString("transaction_id"),
                    Query.millis(row, "event_time"),
                    row.getBoolean("is_fraud"),
                    row.getString("source"),
                    Query.millis(row, "log_time")),
            user,
            most);
  }
}
