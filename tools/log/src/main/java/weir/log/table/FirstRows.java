package weir.log.table;

import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import weir.failure.MisuseException;
import weir.log.duck.Duck;
import weir.model.MalformedTransactionException;

/**
 * The first rows of a table. A row that cannot be read is a record like any other, and becomes a
 * dead letter; but a table that begins with many such rows is another table.
 */
record FirstRows(Parser parser, boolean mayBeEmpty) {
  private static final int MANY = 1000;
  private static final int SHOWN = 300;

  /** Reads a record. */
  interface Parser {
    Object parse(byte[] record) throws MalformedTransactionException;
  }

  /** Throws, with what is wrong with the first one, if none of them can be read. */
  void check(TableQuery query, Duck duck) throws SQLException {
    Sheet sheet = query.sheet();
    int read = 0;
    String first = "";
    try (Statement statement = duck.connection().createStatement();
        ResultSet rows = statement.executeQuery(query.first(MANY))) {
      while (rows.next()) {
        read++;
        Blob json = rows.getBlob(1);
        byte[] record = json.getBytes(1, (int) json.length());
        try {
          parser.parse(record);
          return;
        } catch (MalformedTransactionException malformed) {
          if (read == 1) {
            first = reason(rows, malformed, record);
          }
        }
      }
    }
    if (read > 0) {
      throw new MisuseException(
          String.format(
              Locale.ROOT,
              "%s, row 1 under the names: %s; %s",
              sheet.file(),
              first,
              read == 1
                  ? "there is no other row"
                  : String.format(Locale.ROOT, "nor can any of the first %,d rows be read", read)));
    }
    refuseRejects(query, duck);
    if (!mayBeEmpty) {
      throw new MisuseException(
          sheet.file() + (sheet.isText() ? " has no rows under its first line" : " has no rows"));
    }
  }

  private static String reason(
      ResultSet row, MalformedTransactionException malformed, byte[] record) throws SQLException {
    String written = row.getString(2);
    if (written != null && row.getBoolean(3)) {
      return "'" + written + "' is no time, expected one such as " + Cells.TIMES;
    }
    String text = new String(record, StandardCharsets.UTF_8);
    return malformed.getMessage()
        + " in "
        + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
  }

  private static void refuseRejects(TableQuery query, Duck duck) throws SQLException {
    if (!query.sheet().isText()) {
      return;
    }
    try (Statement statement = duck.connection().createStatement();
        ResultSet row = statement.executeQuery(query.rejected())) {
      if (row.next()) {
        throw new MisuseException(
            query.sheet().file()
                + ", line "
                + row.getLong(1)
                + ": "
                + row.getString(3)
                + "; no other line can be read either");
      }
    }
  }
}
