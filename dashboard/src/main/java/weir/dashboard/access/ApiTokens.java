package weir.dashboard.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.Query;

/** By what programs ask: each token may do what its account may, until it ends. */
public final class ApiTokens {
  private static final String PREFIX = "weir_";
  private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
  private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);
  private static final String OF_ACCOUNTS = " from desk.tokens join desk.accounts using (name)";
  private static final String COLUMNS =
      "select id, name, role, label, tokens.made_at, used_at, ends_at,"
          + " tokens.version <> accounts.version as changed"
          + OF_ACCOUNTS;
  private static final String GOOD = "tokens.ends_at > now() and tokens.version = accounts.version";

  /**
   * A token, without its secret.
   *
   * @param usedAt about when it was last used; absent if it never was
   * @param changed whether its account has changed since, which ended it
   */
  public record Kept(
      long id,
      String name,
      Role role,
      String label,
      long madeAt,
      @Nullable Long usedAt,
      long endsAt,
      boolean changed) {}

  /** A token that was just made; nobody sees its secret again. */
  public record Made(Kept kept, String secret) {

    /** Secrets are not printed. */
    @Override
    public String toString() {
      return "Made[" + kept + "]";
    }
  }

  private ApiTokens() {}

  public static Made add(
      Connection connection, Accounts.Account account, String label, Duration lasts)
      throws SQLException {
    String secret = PREFIX + Tokens.random();
    long id =
        Query.only(
            connection,
            "insert into desk.tokens (token_hash, name, version, label, ends_at)"
                + " values (?, ?, ?, ?, now() + ? * interval '1 s') returning id",
            row -> row.getLong("id"),
            Tokens.hash(secret),
            account.name(),
            account.version(),
            label,
            lasts.toSeconds());
    return new Made(byId(connection, id).orElseThrow(), secret);
  }

  public static List<Kept> all(Connection connection) throws SQLException {
    return Query.of(connection, COLUMNS + " order by name, id", ApiTokens::read);
  }

  public static Optional<Kept> byId(Connection connection, long id) throws SQLException {
    return Query.of(connection, COLUMNS + " where id = ?", ApiTokens::read, id).stream()
        .findFirst();
  }

  private static Kept read(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong("id"),
        row.getString("name"),
        Role.of(row.getString("role")),
        row.getString("label"),
        Query.millis(row, "made_at"),
        Query.millisOrNull(row, "used_at"),
        Query.millis(row, "ends_at"),
        row.getBoolean("changed"));
  }

  /** Ends a token, and the streams of events that it opened. */
  public static void remove(Connection connection, long id) throws SQLException {
    Query.change(connection, "delete from desk.tokens where id = ?", id);
  }

  /** Whose token it is, if it is good; notes that it was used. */
  static Optional<Session> find(Connection connection, String secret) throws SQLException {
    if (!FORM.matcher(secret).matches()) {
      return Optional.empty();
    }
    Optional<Session> found =
        Query.of(
                connection,
                "select id, name, role" + OF_ACCOUNTS + " where token_hash = ? and " + GOOD,
                row ->
                    Session.byToken(
                        row.getLong("id"), row.getString("name"), Role.of(row.getString("role"))),
                Tokens.hash(secret))
            .stream()
            .findFirst();
    if (found.isPresent()) {
      Query.change(
          connection,
          "update desk.tokens set used_at = now() where token_hash = ?"
              + " and (used_at is null or used_at < now() - ? * interval '1 s')",
          Tokens.hash(secret),
          NOTE_USE_EVERY.toSeconds());
    }
    return found;
  }

  /** Those of these tokens that are good. */
  static List<Long> good(Connection connection, Collection<Long> ids) throws SQLException {
    return Query.of(
        connection,
        "select id" + OF_ACCOUNTS + " where id = any (?) and " + GOOD,
        row -> row.getLong(1),
        (Object) ids.toArray(new Long[0]));
  }
}
