package weir.log.table;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import weir.log.duck.Duck;

/**
 * The queries by which the rows of a table become records.
 *
 * @param sheet the table
 * @param object the text of a row's JSON object, as SQL
 * @param time when it happened or was said, in epoch milliseconds, as SQL
 * @param written the time as it stands in the table, as SQL
 */
record TableQuery(Sheet sheet, String object, String time, String written) {

  /** Of payments; refuses a table that has not what they need. */
  static TableQuery ofTransactions(Sheet sheet, Duck duck, List<Wanted> wanted)
      throws SQLException {
    return of(sheet, duck, wanted, /* labels= */ false, /* delayMillis= */ 0);
  }

  /**
   * Of labels. They keep what else is said in them, such as of what kind a fraud is.
   *
   * @param delayMillis how long after its payment a label is said that does not tell
   */
  static TableQuery ofLabels(Sheet sheet, Duck duck, List<Wanted> wanted, long delayMillis)
      throws SQLException {
    return of(sheet, duck, wanted, /* labels= */ true, delayMillis);
  }

  private static TableQuery of(
      Sheet sheet, Duck duck, List<Wanted> all, boolean labels, long delayMillis)
      throws SQLException {
    Missing missing = new Missing(sheet, labels);
    Fit fit = new Fit(sheet, duck, missing);
    ObjectSql object = new ObjectSql();
    String said = "null";
    String time = "null";
    String written = "null";
    for (Wanted wanted : all) {
      Optional<Column> found = fit.find(wanted);
      if (found.isEmpty()) {
        continue;
      }
      Column cell = found.get();
      object.put(wanted.from().steps(), Cells.json(cell, wanted.need()));
      if (wanted.name().equals(Wanted.TIMESTAMP)) {
        time = Cells.millis(cell);
        written = Cells.trimmed(cell);
      } else if (wanted.name().equals(Wanted.LABELLED_AT)) {
        said = Cells.millis(cell);
      }
    }
    missing.refuse();
    if (labels) {
      for (Column other : fit.others(object)) {
        object.put(List.of(other.name()), Cells.json(other, Need.TEXT));
      }
    }
    return new TableQuery(
        sheet, object.sql(), "coalesce(" + said + ", " + time + " + " + delayMillis + ")", written);
  }

  /** The first rows, in the order of the file: the record, and its time as it is written. */
  String first(int count) {
    return "select encode("
        + object
        + "), "
        + written
        + ", "
        + time
        + " is null from (select * from "
        + sheet.sql()
        + " limit "
        + count
        + ")";
  }

  /** All rows in the order of their times: number, time and record. */
  String sorted() {
    return "select n, t, encode(json) from (select row_number() over () as n, "
        + time
        + " as t, "
        + object
        + " as json from "
        + sheet.sql()
        + ") order by t nulls last, n";
  }

  /** What could not be read as rows. */
  String rejected() {
    return "select line, any_value(csv_line), any_value(error_message) from "
        + sheet.rejects()
        + " where scan_id = (select max(scan_id) from "
        + sheet.rejects()
        + ") group by line order by line";
  }
}
