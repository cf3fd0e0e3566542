package weir.lake;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.text.Table;

/** The answer of a query as a table. */
final class AnswerTable {
  private AnswerTable() {}

  static String of(ResultSet answer) throws SQLException {
    List<String> names = new ArrayList<>();
    ResultSetMetaData columns = answer.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnLabel(i));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    while (answer.next()) {
      List<@Nullable Object> row = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        row.add(Cell.of(answer.getObject(i)));
      }
      rows.add(row);
    }
    return of(names, rows);
  }

  /** Columns of numbers are aligned to the right. */
  static String of(List<String> names, List<List<@Nullable Object>> rows) {
    Table table = new Table(names.stream().map(Cell::shown).toList());
    for (int i = 0; i < names.size(); i++) {
      int column = i;
      table.align(i, rows.stream().noneMatch(row -> row.get(column) instanceof Number));
    }
    rows.forEach(row -> table.add(row.stream().map(Cell::shown).toList()));
    return table.underlined();
  }
}
