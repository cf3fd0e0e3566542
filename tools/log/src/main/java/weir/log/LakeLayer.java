package weir.log;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.form.AlertFields;
import weir.form.Field;
import weir.form.VerdictFields;
import weir.log.duck.Duck;

/** A kind of files: where they are, which rows are about the same, and which of these stands. */
public enum LakeLayer {
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
      columns(AlertFields.all()) + ", detected_at timestamptz, engine varchar"),
  /** Only jobs that judge a whole lake write them there. */
  DEAD_LETTERS(
      "dead_letters",
      "dead-letters",
      "topic, log_partition, log_offset",
      "log_time",
      "topic varchar, log_partition int, log_offset bigint, log_time timestamptz, reason varchar,"
          + " detail varchar");

  private final String view;
  private final String folder;
  private final String same;
  private final String greatest;
  private final String columns;

  LakeLayer(String view, String folder, String same, String greatest, String columns) {
    this.view = view;
    this.folder = folder;
    this.same = same;
    this.greatest = greatest;
    this.columns = columns;
  }

  private static String columns(List<Field> fields) {
    return fields.stream().map(LakeLayer::column).collect(Collectors.joining(", "));
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

  /** What queries call it. */
  public String view() {
    return view;
  }

  /** The pattern of all its files, as a literal of SQL; those not finished are elsewhere. */
  public String files(String lake) {
    return files(lake, "*");
  }

  /** The same of one date. */
  public String files(String lake, String date) {
    return Duck.quoted(lake + "/" + folder + "/date=" + date + "/hour=*/*.parquet");
  }

  /**
   * A query for all rows as they are in some files. Columns that no file has, be it that all are
   * old ones or that there are none, are there all the same.
   *
   * @param files the pattern of the files; absent if there are none
   */
  public String rows(@Nullable String files) {
    String inFiles =
        "select * from read_parquet("
            + files
            + ", hive_partitioning=false, union_by_name=true) union all by name ";
    return (files == null ? "" : inFiles) + noRow();
  }

  private String noRow() {
    return Arrays.stream(columns.split(", ?"))
        .map(column -> column.split(" "))
        .map(column -> "null::" + column[1] + " as \"" + column[0] + "\"")
        .collect(Collectors.joining(", ", "select ", " where false"));
  }

  /** Of all rows about the same the one that has seen most; of equal ones any. */
  public String merged(String rows) {
    return String.format(
        "select * from %s qualify row_number() over (partition by %s order by %s desc) = 1",
        rows, same, greatest);
  }
}
