package weir.dashboard.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.Query;

/** The accounts, as they stand in the database. */
public final class Accounts {
  /** In words, for messages. */
  public static final String NAMES =
      "1 to 64 letters from a to z, digits, '.', '_', '-' or '@', and a letter or digit first";

  /** How long a link leads in. */
  public static final Duration LINK = Duration.ofHours(1);

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

  /**
   * An account.
   *
   * @param password as it is kept; absent if only links lead in
   * @param version counts changes of role and password
   */
  public record Account(
      String name, Role role, @Nullable String password, int version, long madeAt) {

    /** Secrets are not printed. */
    @Override
    public String toString() {
      return "Account[" + name + ", " + role + "]";
    }
  }

  private Accounts() {}

  /** Capital letters make no other name. */
  public static String name(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  public static List<Account> all(Connection connection) throws SQLException {
    return Query.of(connection, "select * from desk.accounts order by name", Accounts::read);
  }

  public static Optional<Account> find(Connection connection, String name) throws SQLException {
    return Query.of(connection, "select * from desk.accounts where name = ?", Accounts::read, name)
        .stream()
        .findFirst();
  }

  private static Account read(ResultSet row) throws SQLException {
    return new Account(
        row.getString("name"),
        Role.of(row.getString("role")),
        row.getString("password"),
        row.getInt("version"),
        Query.millis(row, "made_at"));
  }

  /**
   * Makes an account; false if there is one of that name.
   *
   * @param password as it is to be kept; absent if only links lead in
   */
  public static boolean add(
      Connection connection, String name, Role role, @Nullable String password)
      throws SQLException {
    return Query.change(
            connection,
            "insert into desk.accounts (name, role, password) values (?, ?, ?)"
                + " on conflict do nothing",
            name,
            role.code(),
            password)
        > 0;
  }

  /**
   * Changes a role, which ends the account's sessions and tokens; false if there is no such
   * account.
   */
  public static boolean setRole(Connection connection, String name, Role role) throws SQLException {
    return Query.change(
            connection, "update desk.accounts set role = ? where name = ?", role.code(), name)
        > 0;
  }

  /** Changes a password, which ends the account's sessions and tokens. */
  public static boolean setPassword(Connection connection, String name, String password)
      throws SQLException {
    return Query.change(
            connection, "update desk.accounts set password = ? where name = ?", password, name)
        > 0;
  }

  /** Removes an account, and with it its sessions and tokens. */
  public static boolean remove(Connection connection, String name) throws SQLException {
    return Query.change(connection, "delete from desk.accounts where name = ?", name) > 0;
  }

  /** A secret that leads in once, without a password. */
  public static String link(Connection connection, Account account) throws SQLException {
    String token = Tokens.random();
    Query.change(
        connection,
        "insert into desk.links (token_hash, name, version, ends_at)"
            + " values (?, ?, ?, now() + ? * interval '1 s')",
        Tokens.hash(token),
        account.name(),
        account.version(),
        LINK.toSeconds());
    return token;
  }

  /** Uses a link up; returns whose it was, unless it is too old or was used before. */
  static Optional<Account> takeLink(Connection connection, String token) throws SQLException {
    record Taken(String name, int version, boolean good) {}
    Optional<Taken> taken =
        Query.of(
                connection,
                "delete from desk.links where token_hash = ?"
                    + " returning name, version, ends_at > now() as good",
                row ->
                    new Taken(row.getString("name"), row.getInt("version"), row.getBoolean("good")),
                Tokens.hash(token))
            .stream()
            .filter(Taken::good)
            .findFirst();
    return taken.isEmpty()
        ? Optional.empty()
        : find(connection, taken.get().name())
            .filter(account -> account.version() == taken.get().version());
  }
}
