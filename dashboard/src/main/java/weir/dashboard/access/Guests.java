package weir.dashboard.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import weir.dashboard.store.Query;

/** Who came in by a provider, as they stand in the database. */
public final class Guests {
  private static final int LONGEST = 64;
  private static final int OF_HASH = 8;

  /** A guest as they are known here. */
  public record Known(String name, Role role, int version, String issuer, long madeAt) {}

  private Guests() {}

  public static List<Known> all(Connection connection) throws SQLException {
    return Query.of(connection, "select * from desk.guests order by name", Guests::read);
  }

  private static Known read(ResultSet row) throws SQLException {
    return new Known(
        row.getString("name"),
        Role.of(row.getString("role")),
        row.getInt("version"),
        row.getString("issuer"),
        Query.millis(row, "made_at"));
  }

  static Optional<Known> find(Connection connection, Guest guest) throws SQLException {
    return Query.of(
            connection,
            "select * from desk.guests where issuer = ? and subject = ?",
            Guests::read,
            guest.issuer(),
            guest.subject())
        .stream()
        .findFirst();
  }

  /** Notes the role that somebody has from now on; who is new gets a name that nobody has. */
  static Known note(Connection connection, Guest guest, Role role) throws SQLException {
    int known =
        Query.change(
            connection,
            "update desk.guests set role = ?, seen_at = clock_timestamp()"
                + " where issuer = ? and subject = ?",
            role.code(),
            guest.issuer(),
            guest.subject());
    if (known == 0 && !add(connection, guest, role, name(guest, ""))) {
      String other = "." + Tokens.hash(guest.subject()).substring(0, OF_HASH);
      add(connection, guest, role, name(guest, other));
    }
    return find(connection, guest)
        .orElseThrow(() -> new SQLException("no name is left for a guest"));
  }

  private static boolean add(Connection connection, Guest guest, Role role, String name)
      throws SQLException {
    return Query.change(
            connection,
            "insert into desk.guests (issuer, subject, name, role) values (?, ?, ?, ?)"
                + " on conflict do nothing",
            guest.issuer(),
            guest.subject(),
            name,
            role.code())
        > 0;
  }

  /** No account has a blank or a bracket in its name, and no two letters here look the same. */
  static String name(Guest guest, String more) {
    String plain = guest.called().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._@-]+", "_");
    String cut = plain.substring(0, Math.min(LONGEST, plain.length()));
    return (cut.isEmpty() ? "_" : cut) + more + " (" + guest.host() + ")";
  }

  /** Whether this is what a guest can be called, and no account. */
  public static boolean isName(String name) {
    return name.contains(" (") && name.endsWith(")");
  }

  /** Ends all sessions of a guest. */
  static void end(Connection connection, Known guest) throws SQLException {
    Query.change(connection, "delete from desk.sessions where name = ?", guest.name());
  }

  /** Removes a guest, and with it their sessions; false if there is none of that name. */
  public static boolean remove(Connection connection, String name) throws SQLException {
    return Query.change(connection, "delete from desk.guests where name = ?", name) > 0;
  }
}
