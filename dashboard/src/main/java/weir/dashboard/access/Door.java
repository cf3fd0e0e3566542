package weir.dashboard.access;

import java.sql.Connection;
import java.sql.SQLException;
import weir.dashboard.store.Query;

/** Who may come in. */
public enum Door {
  /** PostgreSQL has not said yet whether there are accounts: nobody. */
  UNKNOWN,
  /** There are no accounts: everybody may look, and nobody may do anything. */
  OPEN,
  /** Whoever signs in. */
  SIGNED_IN,
  /** There are accounts, but the page may not read them: nobody. */
  FORBIDDEN,
  /** The tables are those of an older version, which has no guests: nobody. */
  OUTDATED;

  private static final String IS_THERE =
      "select to_regclass('desk.accounts') is not null"
          + " from pg_namespace where nspname = 'desk' and has_schema_privilege(oid, 'usage')";

  /** Whether the tables are there, and for the page to read. */
  static boolean isMade(Connection connection) throws SQLException {
    return Query.only(
        connection, "select to_regclass('desk.people') is not null", row -> row.getBoolean(1));
  }

  /** Looks in the database. */
  static Door of(Connection connection) throws SQLException {
    boolean made =
        Query.only(
            connection,
            "select exists (select from pg_namespace where nspname = 'desk')",
            row -> row.getBoolean(1));
    if (!made) {
      return OPEN;
    }
    boolean visible =
        Query.of(connection, IS_THERE, row -> row.getBoolean(1)).stream().anyMatch(is -> is);
    if (!visible) {
      return FORBIDDEN;
    }
    if (!isMade(connection)) {
      return OUTDATED;
    }
    boolean readable =
        Query.only(
            connection,
            "select has_table_privilege('desk.people', 'select')",
            row -> row.getBoolean(1));
    if (!readable) {
      return FORBIDDEN;
    }
    return Query.only(
        connection,
        "select exists (select from desk.people)",
        row -> row.getBoolean(1) ? SIGNED_IN : OPEN);
  }
}
