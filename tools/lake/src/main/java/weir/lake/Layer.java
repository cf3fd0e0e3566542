package weir.lake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import weir.form.AlertFields;
import weir.form.Field;
import weir.form.VerdictFields;

/** A kind of files: where they are, which rows are about the same, and which of these stands. */
enum Layer {
  BRONZE(
      "bronze",
      "bronze",
      "topic, log_partition, log_offset",
      "log_time",
      "topic varchar, log_partition int, log_offset bigint, log_time timestamptz, key blob,"
          + " value blob"),
  SILVER(
      "silver",
      "silver",
      "user_id, event_time, transaction_id",
      "seen",
      columns(VerdictFields.all())),
  ALERTS(
      "alerts",
      "gold/alerts",
      "alert_id",
      "seen",
      columns(AlertFields.all()) + ", detected_at timestamptz, engine varchar");

  final String view;
  private final String folder;
  private final String same;
  private final String greatest;
  private final String columns;

  Layer(String view, String folder, String same, String greatest, String columns) {
    this.view = view;
    this.folder = folder;
    this.same = same;
    this.greatest = greatest;
    this.columns = columns;
  }

  private static String columns(List<Field> fields) {
    return fields.stream().map(Layer::column).collect(Collectors.joining(", "));
  }

  private static String column(Field field) {
    String name = field.column();
    return switch (field.kind()) {
      case TEXT, OPTIONAL_TEXT, OPTIONAL_JSON, OPTIONAL_DECIMAL -> name + " varchar";
      case TEXTS, NAMES -> name + " varchar[]";
      case TIME -> name + " timestamptz";
      case NUMBER -> name + " bigint";
      case SMALL_NUMBER, OPTIONAL_SMALL_NUMBER -> name + " int";
      case MONEY -> field.minorColumn() + " bigint, " + name + " varchar";
      case OPTIONAL_REAL, REAL_BESIDE -> name + " double";
      case TRUTH -> name + " boolean";
    };
  }

  /** The pattern of all its files, as a literal of SQL; those not finished are elsewhere. */
  String files(String lake) {
    String pattern = lake + "/" + folder + "/date=*/hour=*/*.parquet";
    return "'" + pattern.replace("'", "''") + "'";
  }

  /**
   * All rows as they are in the files. Columns that no file has, be it that all are old ones or
   * that there are none, are there all the same.
   */
  String rawView(String lake, boolean any) {
    String inFiles =
        "select * from read_parquet("
            + files(lake)
            + ", hive_partitioning=false, union_by_name=true) union all by name ";
    return "create view " + view + "_raw as " + (any ? inFiles : "") + noRow();
  }

  private String noRow() {
    return Arrays.stream(columns.split(", ?"))
        .map(column -> column.split(" "))
        .map(column -> "null::" + column[1] + " as \"" + column[0] + "\"")
        .collect(Collectors.joining(", ", "select ", " where false"));
  }

  /** Of all rows about the same the one that has seen most; of equal ones any. */
  String mergedView() {
    return String.format(
        "create view %s as select * from %s_raw"
            + " qualify row_number() over (partition by %s order by %s desc) = 1",
        view, view, same, greatest);
  }
}
