package weir.log.table;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.log.duck.Duck;

/** Looks for fields in a table, and notes all that are not there. */
final class Fit {
  private final Sheet sheet;
  private final Duck duck;
  private final Missing missing;

  Fit(Sheet sheet, Duck duck, Missing missing) {
    this.sheet = sheet;
    this.duck = duck;
    this.missing = missing;
  }

  /** The cell in which a field stands; nothing if it does not. */
  Optional<Column> find(Wanted wanted) throws SQLException {
    if (sheet.isText() && !wanted.isAtTop()) {
      missing.tooDeep(wanted);
      return Optional.empty();
    }
    List<Column> called =
        sheet.columns().stream().filter(each -> each.name().equals(wanted.column())).toList();
    if (called.size() > 1) {
      missing.twice(wanted);
      return Optional.empty();
    }
    Column cell = called.isEmpty() ? null : within(called.get(0), wanted);
    if (cell == null) {
      missing.absent(wanted);
    } else if (!cell.isScalar()) {
      missing.noValue(wanted, cell);
      return Optional.empty();
    }
    return Optional.ofNullable(cell);
  }

  private @Nullable Column within(Column column, Wanted wanted) throws SQLException {
    Column cell = column;
    List<String> steps = wanted.from().steps();
    for (String step : steps.subList(1, steps.size())) {
      String sql;
      if (cell.isStruct()) {
        sql = "struct_extract(" + cell.sql() + ", " + Duck.quoted(step) + ")";
      } else if (cell.isArray() && step.matches("0|[1-9][0-9]{0,8}")) {
        // Counted from one.
        sql = cell.sql() + "[" + (Integer.parseInt(step) + 1) + "]";
      } else {
        return null;
      }
      Optional<String> type = type(sql);
      if (type.isEmpty()) {
        return null;
      }
      cell = new Column(step, sql, type.get());
    }
    return cell;
  }

  private Optional<String> type(String sql) throws SQLException {
    try {
      return Optional.of(sheet.type(duck, sql));
    } catch (SQLException none) {
      if (Duck.sentence(none).startsWith("Binder Error")) {
        return Optional.empty();
      }
      throw none;
    }
  }

  /** The columns at the top that nobody looked for and that hold one value each. */
  List<Column> others(ObjectSql object) {
    List<Column> others = new ArrayList<>();
    for (Column each : sheet.columns()) {
      if (each.isScalar() && !each.name().isEmpty() && !object.has(each.name())) {
        others.add(each);
      }
    }
    return others;
  }
}
