package weir.tables.derive;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import weir.layer.Column;
import weir.log.LayerSql;
import weir.log.duck.Duck;
import weir.tables.commit.Hour;
import weir.tables.files.Shape;

/**
 * How right rules were about the payments of a day, as the database of a job says it by now. Labels
 * come for weeks, so a day is written again when one has changed something.
 *
 * @param hour the first of the day
 * @param rows texts, empty where there is no value
 */
public record RuleDay(Shape shape, long hour, List<List<String>> rows) implements Hour {
  private static final String DAY = "day";

  private static final List<Column> OF =
      List.of(
          Column.of(1, DAY, Column.Type.TIME),
          Column.of(2, "rule_id", Column.Type.TEXT),
          Column.of(3, "rule_version", Column.Type.SMALL_NUMBER),
          Column.of(4, "mode", Column.Type.TEXT));

  /** The tables, which are called like the views that they are copied from. */
  public static final List<Shape> SHAPES =
      List.of(
          shape(
              "rule_days",
              Column.of(5, "alerts", Column.Type.NUMBER),
              Column.of(6, "frauds", Column.Type.NUMBER),
              Column.of(7, "honest", Column.Type.NUMBER),
              Column.of(8, "unlabelled", Column.Type.NUMBER),
              Column.of(9, "judged_frauds", Column.Type.NUMBER),
              Column.optional(10, "precision", Column.Type.REAL),
              Column.optional(11, "recall", Column.Type.REAL)),
          shape(
              "rule_money_days",
              Column.of(5, "currency", Column.Type.TEXT),
              Column.of(6, "caught", Column.Type.TEXT),
              Column.of(7, "missed", Column.Type.TEXT)));

  private static Shape shape(String name, Column... more) {
    List<Column> columns = new ArrayList<>(OF);
    columns.addAll(List.of(more));
    return new Shape(name, columns, DAY);
  }

  /** Whether a database has what they are made of: one of an older version has not. */
  public static boolean areIn(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("select to_regclass('rule_days') is not null")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** All days that a database knows. */
  public static List<RuleDay> read(Connection database, Shape shape) throws SQLException {
    Map<Long, List<List<String>>> days = new LinkedHashMap<>();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select extract(epoch from day)::bigint / 3600 as hour, * from "
                    + shape.table()
                    + " order by day, rule_id, rule_version, mode")) {
      while (row.next()) {
        List<String> texts = new ArrayList<>();
        for (Column each : shape.columns()) {
          String text = row.getString(each.name());
          texts.add(text == null ? "" : text);
        }
        days.computeIfAbsent(row.getLong("hour"), any -> new ArrayList<>()).add(texts);
      }
    }
    List<RuleDay> all = new ArrayList<>();
    days.forEach((hour, rows) -> all.add(new RuleDay(shape, hour, rows)));
    return all;
  }

  @Override
  public String source() {
    return SourceName.of(rows.stream().map(each -> String.join("\t", each)).toList());
  }

  @Override
  public void write(Path to) throws SQLException {
    try (Duck duck = Duck.open()) {
      duck.execute("create table said (" + columns(each -> name(each) + " varchar") + ")");
      duck.append("said", rows);
      ParquetCopy.write(
          duck,
          shape,
          "select "
              + columns(
                  each ->
                      "nullif("
                          + name(each)
                          + ", '')::"
                          + LayerSql.type(each)
                          + " as "
                          + name(each))
              + " from said",
          List.of("rule_id", "rule_version", "mode"),
          to);
    }
  }

  private static String name(Column column) {
    return Duck.name(column.name());
  }

  private String columns(java.util.function.Function<Column, String> text) {
    return shape.columns().stream().map(text).collect(Collectors.joining(", "));
  }
}
