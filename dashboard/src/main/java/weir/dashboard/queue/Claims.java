package weir.dashboard.queue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import weir.dashboard.access.Audit;
import weir.dashboard.access.Visitor;
import weir.dashboard.store.Query;

/** The table of who works which case. One that has ended counts as none. */
final class Claims {
  /** So long one has a case without working on it. */
  static final Duration LASTS = Duration.ofMinutes(15);

  private static final String TAKE =
      """
      insert into desk.claims as held (user_id, who, until)
      values (?, ?, clock_timestamp() + ? * interval '1 s')
      on conflict (user_id) do update set who = excluded.who, until = excluded.until,
        taken_at = case when held.who = excluded.who and held.until > clock_timestamp()
          then held.taken_at else clock_timestamp() end
      where held.until <= clock_timestamp()
      """;

  private Claims() {}

  static List<Claim> all(Connection connection) throws SQLException {
    return Query.of(
        connection,
        "select * from desk.claims where until > clock_timestamp() order by user_id",
        Claims::read);
  }

  static Optional<Claim> of(Connection connection, String user) throws SQLException {
    return Query.of(
            connection,
            "select * from desk.claims where user_id = ? and until > clock_timestamp()",
            Claims::read,
            user)
        .stream()
        .findFirst();
  }

  /** Takes a case that nobody has; of two who try at once one gets it. */
  static Optional<Claim> takeFree(Connection connection, String user, Visitor visitor)
      throws SQLException {
    Optional<Claim> taken =
        Query.of(
                connection,
                TAKE + " returning *",
                Claims::read,
                user,
                visitor.name(),
                LASTS.toSeconds())
            .stream()
            .findFirst();
    if (taken.isPresent()) {
      Audit.write(connection, visitor, "took a case", user, "");
    }
    return taken;
  }

  /**
   * Takes a case, or keeps it for longer if one has it already.
   *
   * @param over whether it is taken from somebody else, too
   */
  static Claim take(Connection connection, String user, boolean over, Visitor visitor)
      throws SQLException {
    // Until the end of the transaction nobody else changes who has it.
    Optional<Claim> before =
        Query.of(
                connection,
                "select * from desk.claims where user_id = ? and until > clock_timestamp()"
                    + " for update",
                Claims::read,
                user)
            .stream()
            .findFirst();
    Optional<Claim> taken =
        Query.of(
                connection,
                TAKE + " or held.who = excluded.who or ? returning *",
                Claims::read,
                user,
                visitor.name(),
                LASTS.toSeconds(),
                over)
            .stream()
            .findFirst();
    if (taken.isEmpty()) {
      Optional<Claim> faster = of(connection, user);
      throw new HeldException(
          faster.or(() -> before).orElseGet(() -> new Claim(user, "somebody", 0, 0)));
    }
    String from = before.map(Claim::who).orElse("");
    if (!from.equals(visitor.name())) {
      Audit.write(
          connection,
          visitor,
          "took a case",
          user,
          from.isEmpty() ? "" : "which " + from + " had taken");
    }
    return taken.get();
  }

  /** Keeps one's own for longer; refuses if somebody else has it, unless it is taken over. */
  static void work(Connection connection, String user, boolean over, Visitor visitor)
      throws SQLException {
    if (isThere(connection)) {
      Optional<Claim> claim = of(connection, user);
      if (claim.isPresent()) {
        take(connection, user, over, visitor);
      }
    }
  }

  /** Tables of an older version know of no claims. */
  private static boolean isThere(Connection connection) throws SQLException {
    return Query.only(
        connection, "select to_regclass('desk.claims') is not null", row -> row.getBoolean(1));
  }

  /** Gives one's own back; false if one has it no longer. */
  static boolean giveBack(Connection connection, String user, Visitor visitor) throws SQLException {
    boolean had =
        Query.change(
                connection,
                "delete from desk.claims where user_id = ? and who = ?",
                user,
                visitor.name())
            > 0;
    if (had) {
      Audit.write(connection, visitor, "gave a case back", user, "");
    }
    return had;
  }

  /** Ends those of cases in which nothing is open any more. */
  static void end(Connection connection, List<String> users) throws SQLException {
    Query.change(
        connection,
        "delete from desk.claims where user_id = any (?)",
        (Object) users.toArray(new String[0]));
  }

  /** Whether a decision about the user is about to be written. */
  static boolean isBeingDecided(Connection connection, String user) throws SQLException {
    return Query.only(
        connection,
        "select exists (select from desk.intents where done_at is null and user_id = ?)",
        row -> row.getBoolean(1),
        user);
  }

  private static Claim read(ResultSet row) throws SQLException {
    return new Claim(
        row.getString("user_id"),
        row.getString("who"),
        Query.millis(row, "taken_at"),
        Query.millis(row, "until"));
  }
}
