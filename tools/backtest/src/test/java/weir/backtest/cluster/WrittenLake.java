package weir.backtest.cluster;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.backtest.tally.Side;
import weir.form.AlertFields;
import weir.form.Field;
import weir.form.FieldWriter;
import weir.form.VerdictFields;
import weir.log.Entry;
import weir.log.Log;
import weir.log.duck.Duck;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.LogPosition;
import weir.model.Money;
import weir.model.Verdict;
import weir.walk.Receiver;
import weir.walk.Walk;

/** Writes what a job says of a log, as jobs do: what it says again, too. */
final class WrittenLake implements AutoCloseable {
  private static final String LIST = "\u001f";

  private final Path folder;
  private final Duck duck;
  private int files;

  WrittenLake(Path folder) throws SQLException {
    this.folder = folder;
    this.duck = Duck.open();
  }

  /** The values of a row, in the order of its columns. */
  private static final class Row implements FieldWriter<RuntimeException> {
    private final List<@Nullable Object> values = new ArrayList<>();

    @Override
    public void text(Field field, String value) {
      values.add(value);
    }

    @Override
    public void optionalText(Field field, @Nullable String value) {
      values.add(value);
    }

    @Override
    public void texts(Field field, List<String> value) {
      values.add(String.join(LIST, value));
    }

    @Override
    public void names(Field field, List<String> value) {
      texts(field, value);
    }

    @Override
    public void time(Field field, long millis) {
      values.add(millis);
    }

    @Override
    public void number(Field field, long value) {
      values.add(value);
    }

    @Override
    public void smallNumber(Field field, int value) {
      values.add(value);
    }

    @Override
    public void optionalSmallNumber(Field field, @Nullable Integer value) {
      values.add(value);
    }

    @Override
    public void optionalDecimal(Field field, @Nullable BigDecimal value) {
      values.add(value == null ? null : value.toPlainString());
    }

    @Override
    public void money(Field field, long minor, String currency) {
      values.add(minor);
      values.add(Money.toMajor(minor, currency).toPlainString());
    }

    @Override
    public void optionalReal(Field field, @Nullable Double value) {
      values.add(value);
    }

    @Override
    public void realBeside(Field field, @Nullable Double value) {
      values.add(value);
    }

    @Override
    public void truth(Field field, boolean value) {
      values.add(value);
    }
  }

  private static List<@Nullable Object> values(@Nullable Object... values) {
    List<@Nullable Object> row = new ArrayList<>();
    for (Object each : values) {
      row.add(each);
    }
    return row;
  }

  /** Silver, gold and dead letters: all that a side says of a log. */
  void judged(Side side, Log log) throws SQLException {
    List<List<@Nullable Object>> verdicts = new ArrayList<>();
    List<List<@Nullable Object>> alerts = new ArrayList<>();
    List<List<@Nullable Object>> letters = new ArrayList<>();
    Walk walk =
        new Walk(
            side.charter(),
            side.announcements(),
            /* verdicts= */ true,
            log::reached,
            new Receiver() {
              @Override
              public void alert(LogPosition cause, Alert alert) {
                Row row = new Row();
                AlertFields.write(alert, row);
                alerts.add(row.values);
              }

              @Override
              public void verdict(LogPosition cause, Verdict verdict) {
                Row row = new Row();
                VerdictFields.write(verdict, row);
                verdicts.add(row.values);
              }

              @Override
              public void deadLetter(DeadLetter letter) {
                LogPosition at = letter.rejected().position();
                letters.add(
                    values(
                        letter.topic(),
                        at.partition(),
                        at.offset(),
                        at.writtenTime(),
                        letter.rejected().reason().code(),
                        letter.rejected().detail()));
              }
            });
    for (Entry each = log.next(); each != null; each = log.next()) {
      if (each.kind() == weir.log.Kind.TRANSACTIONS || side.charter().labels()) {
        each.into(walk);
      }
    }
    write("silver", "event_time", columns(VerdictFields.all()), verdicts);
    write("gold/alerts", "window_end", columns(AlertFields.all()), alerts);
    write(
        "dead-letters",
        "log_time",
        List.of(
            "topic varchar",
            "log_partition int",
            "log_offset bigint",
            "log_time time",
            "reason varchar",
            "detail varchar"),
        letters);
  }

  /** Each with its type, where a time and a list are written in another one. */
  private static List<String> columns(List<Field> fields) {
    List<String> columns = new ArrayList<>();
    for (Field each : fields) {
      String name = each.column();
      switch (each.kind()) {
        case TEXT, OPTIONAL_TEXT, OPTIONAL_JSON, OPTIONAL_DECIMAL -> columns.add(name + " varchar");
        case TEXTS, NAMES -> columns.add(name + " list");
        case TIME -> columns.add(name + " time");
        case NUMBER -> columns.add(name + " bigint");
        case SMALL_NUMBER, OPTIONAL_SMALL_NUMBER -> columns.add(name + " int");
        case MONEY -> {
          columns.add(each.minorColumn() + " bigint");
          columns.add(name + " varchar");
        }
        case OPTIONAL_REAL, REAL_BESIDE -> columns.add(name + " double");
        case TRUTH -> columns.add(name + " boolean");
      }
    }
    return columns;
  }

  private void write(
      String layer, String time, List<String> columns, List<List<@Nullable Object>> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String table = "rows" + files++;
    duck.execute(
        columns.stream()
            .map(each -> each.replace(" time", " bigint").replace(" list", " varchar"))
            .collect(Collectors.joining(", ", "create table " + table + " (", ")")));
    String marks = columns.stream().map(any -> "?").collect(Collectors.joining(", ", "(", ")"));
    try (PreparedStatement insert =
        duck.connection().prepareStatement("insert into " + table + " values " + marks)) {
      for (List<@Nullable Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.execute();
      }
    }
    Path place = folder.resolve(layer);
    try {
      Files.createDirectories(place);
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
    duck.execute(
        "copy (select "
            + columns.stream().map(WrittenLake::written).collect(Collectors.joining(", "))
            + ", strftime(make_timestamp("
            + time
            + " * 1000), '%Y-%m-%d') as date, strftime(make_timestamp("
            + time
            + " * 1000), '%H') as hour from "
            + table
            + ") to "
            + Duck.quoted(place)
            + " (format parquet, partition_by (date, hour), overwrite_or_ignore)");
    duck.execute("drop table " + table);
  }

  private static String written(String column) {
    String name = column.substring(0, column.indexOf(' '));
    if (column.endsWith(" time")) {
      return "make_timestamptz(" + name + " * 1000) as " + name;
    }
    if (column.endsWith(" list")) {
      return "case when "
          + name
          + " = '' then [] else string_split("
          + name
          + ", '"
          + LIST
          + "') end as "
          + name;
    }
    return name;
  }

  @Override
  public void close() {
    duck.close();
  }
}
