package weir.dashboard.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import weir.dashboard.store.Query;

/** Who has signed in, and until when. */
final class Sessions {
  /** Without a request for so long a session ends. */
  static final Duration IDLE = Duration.ofHours(1);

  /** So long a session lasts at most. */
  static final Duration LONGEST = Duration.ofHours(12);

  private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);
  private static final String LASTS = "ends_at > now() and used_at > now() - ? * interval '1 s'";
  private static final String OF_PEOPLE =
      " from desk.sessions join desk.people using (name, version) where ";

  private Sessions() {}

  /** A new session with a token that was never used before; returns the token. */
  static String begin(Connection connection, String name, int version) throws SQLException {
    Query.change(
        connection, "delete from desk.sessions where not (" + LASTS + ")", IDLE.toSeconds());
    String token = Tokens.random();
    Query.change(
        connection,
        "insert into desk.sessions (token_hash, name, version, ends_at)"
            + " values (?, ?, ?, now() + ? * interval '1 s')",
        Tokens.hash(token),
        name,
        version,
        LONGEST.toSeconds());
    return token;
  }

  static Optional<Session> find(Connection connection, String token) throws SQLException {
    String hash = Tokens.hash(token);
    Optional<Session> found =
        Query.of(
                connection,
                "select name, role" + OF_PEOPLE + "token_hash = ? and " + LASTS,
                row ->
                    new Session(
                        hash,
                        row.getString("name"),
                        Role.of(row.getString("role")),
                        Tokens.beside(token)),
                hash,
                IDLE.toSeconds())
            .stream()
            .findFirst();
    if (found.isPresent()) {
      Query.change(
          connection,
          "update desk.sessions set used_at = now()"
              + " where token_hash = ? and used_at < now() - ? * interval '1 s'",
          hash,
          NOTE_USE_EVERY.toSeconds());
    }
    return found;
  }

  static void end(Connection connection, String id) throws SQLException {
    Query.change(connection, "delete from desk.sessions where token_hash = ?", id);
  }

  /** Those of these sessions that have ended, by cookies or tokens. */
  static List<String> ended(Connection connection, Collection<String> ids) throws SQLException {
    List<String> left = new ArrayList<>(ids);
    left.removeAll(
        Query.of(
            connection,
            "select token_hash" + OF_PEOPLE + "token_hash = any (?) and " + LASTS,
            row -> row.getString(1),
            ids.toArray(new String[0]),
            IDLE.toSeconds()));
    List<Long> tokens = left.stream().flatMap(id -> Session.tokenOf(id).stream()).toList();
    if (!tokens.isEmpty()) {
      List<Long> good = ApiTokens.good(connection, tokens);
      left.removeIf(id -> Session.tokenOf(id).filter(good::contains).isPresent());
    }
    return left;
  }
}
