package weir.dashboard.rules;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Visitor;
import weir.dashboard.store.Query;

/** The tables of proposals and of what became of them. They only grow. */
final class Proposals {
  private static final int MOST = 100;

  private static final String ALL =
      """
      select p.*, s.step, s.who as step_who, s.at as step_at, s.detail, s.number
      from desk.proposals p left join lateral
        (select * from desk.proposal_steps where proposal = p.id order by id desc limit 1) s on true
      """;

  /**
   * A proposal before it has a number.
   *
   * @param request the same if it is asked again because no answer came
   * @param book the whole text
   */
  record Draft(
      UUID request, String comment, String what, int base, String book, @Nullable Long replaces) {}

  private Proposals() {}

  /** Keeps a proposal, and returns its number. */
  static long insert(Connection connection, Draft draft, Visitor visitor) throws SQLException {
    return Query.only(
        connection,
        "insert into desk.proposals (request, who, came_from, comment, what, base, book, replaces)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
        row -> row.getLong(1),
        draft.request(),
        visitor.name(),
        visitor.from(),
        draft.comment(),
        draft.what(),
        draft.base(),
        draft.book(),
        draft.replaces());
  }

  /** Those that are open and the newest others, the newest first. */
  static List<Proposal> newest(Connection connection) throws SQLException {
    return Query.of(
        connection, ALL + "order by s.step is null desc, p.id desc limit " + MOST, Proposals::read);
  }

  static Optional<Proposal> find(Connection connection, long id) throws SQLException {
    return Query.of(connection, ALL + "where p.id = ?", Proposals::read, id).stream().findFirst();
  }

  static Optional<Long> ofRequest(Connection connection, UUID request) throws SQLException {
    return Query.of(
            connection,
            "select id from desk.proposals where request = ?",
            row -> row.getLong(1),
            request)
        .stream()
        .findFirst();
  }

  /** The rule book of one that is there. */
  static String book(Connection connection, long id) throws SQLException {
    return Query.only(
        connection, "select book from desk.proposals where id = ?", row -> row.getString(1), id);
  }

  /** Notes what became of a proposal; false if somebody was faster. */
  static boolean step(
      Connection connection,
      long proposal,
      Visitor visitor,
      Step step,
      String detail,
      @Nullable Integer number)
      throws SQLException {
    return Query.change(
            connection,
            "insert into desk.proposal_steps (proposal, who, came_from, step, detail, number)"
                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            proposal,
            visitor.name(),
            visitor.from(),
            step.code(),
            detail,
            number)
        > 0;
  }

  private static Proposal read(ResultSet row) throws SQLException {
    String step = row.getString("step");
    long replaces = row.getLong("replaces");
    Long replaced = row.wasNull() ? null : (Long) replaces;
    int number = row.getInt("number");
    Integer book = row.wasNull() ? null : (Integer) number;
    return new Proposal(
        row.getLong("id"),
        Query.millis(row, "made_at"),
        row.getString("who"),
        row.getString("comment"),
        row.getString("what"),
        row.getInt("base"),
        replaced,
        step == null ? Proposal.OPEN : step,
        row.getString("step_who"),
        Query.millisOrNull(row, "step_at"),
        row.getString("detail"),
        book);
  }
}
