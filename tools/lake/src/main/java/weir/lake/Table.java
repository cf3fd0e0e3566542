package weir.lake;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Shows an answer as a table whose columns are as wide as they must be. */
final class Table {
  private final List<String> names = new ArrayList<>();
  private final List<Boolean> numbers = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  static void print(ResultSet answer, PrintStream out) throws SQLException {
    Table table = new Table();
    ResultSetMetaData columns = answer.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      table.column(columns.getColumnLabel(i));
    }
    while (answer.next()) {
      List<Object> row = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        row.add(Cell.of(answer.getObject(i)));
      }
      table.row(row);
    }
    table.print(out);
  }

  void column(String name) {
    names.add(Cell.shown(name));
    numbers.add(false);
    widths.add(Cell.shown(name).length());
  }

  void row(List<?> cells) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String text = Cell.shown(cells.get(i));
      numbers.set(i, numbers.get(i) || cells.get(i) instanceof Number);
      widths.set(i, Math.max(widths.get(i), text.length()));
      row.add(text);
    }
    rows.add(row);
  }

  void print(PrintStream out) {
    out.println(line(names));
    out.println(line(widths.stream().map("-"::repeat).toList()));
    rows.forEach(row -> out.println(line(row)));
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String fill = " ".repeat(widths.get(i) - cells.get(i).length());
      line.append(i == 0 ? "" : "  ");
      line.append(numbers.get(i) ? fill + cells.get(i) : cells.get(i) + fill);
    }
    return line.toString().stripTrailing();
  }
}
