package weir.log.table;

import weir.model.Times;

/** How a query makes the JSON of a field out of a cell; nothing if the cell is empty. */
final class Cells {
  /** In words, for messages. */
  static final String TIMES =
      "2026-01-31T14:03:22Z, 2026-01-31 14:03:22+01:00, 2026-01-31 14:03:22 (in UTC), or the time"
          + " since 1970 as 10 digits of seconds or 13 of milliseconds";

  private static final String NUMBER = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?";

  private Cells() {}

  static String json(Column cell, Need need) {
    String trimmed = trimmed(cell);
    return switch (need) {
      case TEXT -> quoted(text(cell));
      case DECIMAL -> quoted(trimmed);
      case NUMBER -> number(trimmed);
      case BOOL -> bool(trimmed);
      // A parser would take any digits for a time.
      case TIME ->
          "coalesce(" + millis(cell) + "::varchar, " + quoted(trimmed + " || ' is no time'") + ")";
    };
  }

  private static String quoted(String text) {
    return "to_json(" + text + ")::varchar";
  }

  /** What stands in a cell as text; what is no number is nothing in a column of numbers. */
  private static String text(Column cell) {
    if (cell.isFloating()) {
      return "(case when isnan(" + cell.sql() + ") then null else " + cell.sql() + "::varchar end)";
    }
    return cell.type().equals("VARCHAR") ? cell.sql() : "(" + cell.sql() + ")::varchar";
  }

  /** Blank is as good as empty. */
  static String trimmed(Column cell) {
    return "nullif(trim(" + text(cell) + "), '')";
  }

  /** As JSON wants it: no plus before it, and a digit before the point. */
  private static String number(String text) {
    String plain = "regexp_replace(regexp_replace(" + text + ", '^\\+', ''), '^(-?)\\.', '\\10.')";
    return "(case when regexp_full_match("
        + plain
        + ", '"
        + NUMBER
        + "') then "
        + plain
        + " else "
        + quoted(text)
        + " end)";
  }

  private static String bool(String text) {
    return "(case lower("
        + text
        + ") when 'true' then 'true' when 't' then 'true' when '1' then 'true'"
        + " when 'false' then 'false' when 'f' then 'false' when '0' then 'false' else "
        + quoted(text)
        + " end)";
  }

  /** Epoch milliseconds; nothing if it is no time that Weir knows. */
  static String millis(Column cell) {
    String millis =
        cell.isTime() ? "epoch_ms((" + cell.sql() + ")::timestamptz)" : millisOfText(trimmed(cell));
    return "(case when " + millis + " between 0 and " + Times.LAST + " then " + millis + " end)";
  }

  /**
   * Epoch times have as many digits as those of 2001 to 2286 have. So no date such as 20260131 is
   * taken for one.
   */
  private static String millisOfText(String text) {
    return "(case when regexp_full_match("
        + text
        + ", '[0-9]{10}(\\.[0-9]+)?') then floor("
        + text
        + "::decimal(38, 9) * 1000)::bigint when regexp_full_match("
        + text
        + ", '[0-9]{13}') then "
        + text
        + "::bigint when regexp_matches("
        + text
        + ", '^[0-9]{4}[-/]') then epoch_ms(try_cast("
        + text
        + " as timestamptz)) end)";
  }
}
