package weir.dashboard.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.Query;
import weir.model.Json;

/** The table of back-tests. */
final class TestedRows {
  static final String RUNNING = "running";
  static final String CANCELLED = "cancelled";

  private static final int MOST = 5;

  /** Whoever runs one says so much more often. */
  private static final int SILENT_SECONDS = 60;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(Json.FACTORY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private TestedRows() {}

  /** Ends what a page began that is gone. */
  static void endLost(Connection connection) throws SQLException {
    Query.change(
        connection,
        "update desk.proposal_tests set state = 'failed', detail = 'it was interrupted',"
            + " ended_at = clock_timestamp()"
            + " where state = 'running' and seen_at < now() - ? * interval '1 s'",
        SILENT_SECONDS);
  }

  /** Begins one, and returns its number; nothing if another is running. */
  static Optional<Long> begin(Connection connection, long proposal, String who)
      throws SQLException {
    return Query.of(
            connection,
            "insert into desk.proposal_tests (proposal, who) values (?, ?)"
                + " on conflict do nothing returning id",
            row -> row.getLong(1),
            proposal,
            who)
        .stream()
        .findFirst();
  }

  /** Says that it goes on; false if somebody has cancelled it. */
  static boolean goesOn(Connection connection, long id) throws SQLException {
    return Query.change(
            connection,
            "update desk.proposal_tests set seen_at = clock_timestamp()"
                + " where id = ? and state = 'running'",
            id)
        > 0;
  }

  /** Ends one that is running; false if it was ended already. */
  static boolean end(
      Connection connection, long id, String state, String detail, @Nullable String answer)
      throws SQLException {
    return Query.change(
            connection,
            "update desk.proposal_tests set state = ?, detail = ?, answer = ?::json,"
                + " ended_at = clock_timestamp() where id = ? and state = 'running'",
            state,
            detail,
            answer,
            id)
        > 0;
  }

  /** The one that is running; of any proposal. */
  static Optional<Long> running(Connection connection, long proposal) throws SQLException {
    return Query.of(
            connection,
            "select id from desk.proposal_tests where state = 'running' and proposal = ?",
            row -> row.getLong(1),
            proposal)
        .stream()
        .findFirst();
  }

  /** Those of a proposal, the newest first. */
  static List<Tested> of(Connection connection, long proposal) throws SQLException {
    return Query.of(
        connection,
        "select * from desk.proposal_tests where proposal = ? order by id desc limit " + MOST,
        TestedRows::read,
        proposal);
  }

  private static Tested read(ResultSet row) throws SQLException {
    return new Tested(
        row.getLong("id"),
        Query.millis(row, "began_at"),
        row.getString("who"),
        row.getString("state"),
        row.getString("detail"),
        result(row.getString("answer")));
  }

  static Tested.@Nullable Result result(@Nullable String answer) throws SQLException {
    try {
      return answer == null ? null : MAPPER.readValue(answer, Tested.Result.class);
    } catch (JsonProcessingException broken) {
      throw new SQLException("an answer of a back-test cannot be read", broken);
    }
  }
}
