package weir.log;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.layer.Column;
import weir.layer.LakeLayer;
import weir.log.duck.Duck;

/** The layers of a lake, as queries name them. */
public final class LayerSql {
  private LayerSql() {}

  /** The pattern of all files of a layer, as a literal of SQL; those not finished are elsewhere. */
  public static String files(LakeLayer layer, String lake) {
    return files(layer, lake, "*");
  }

  /** The same of one date. */
  public static String files(LakeLayer layer, String lake, String date) {
    return Duck.quoted(lake + "/" + layer.folder() + "/date=" + date + "/hour=*/*.parquet");
  }

  /**
   * A query for all rows as they are in some files. Columns that no file has, be it that all are
   * old ones or that there are none, are there all the same.
   *
   * @param files the pattern of the files; absent if there are none
   */
  public static String rows(LakeLayer layer, @Nullable String files) {
    String inFiles =
        "select * from read_parquet("
            + files
            + ", hive_partitioning=false, union_by_name=true) union all by name ";
    return (files == null ? "" : inFiles) + noRow(layer);
  }

  private static String noRow(LakeLayer layer) {
    return layer.columns().stream()
        .map(column -> "null::" + type(column) + " as " + Duck.name(column.name()))
        .collect(Collectors.joining(", ", "select ", " where false"));
  }

  /** What a column holds, as queries name it. */
  public static String type(Column column) {
    return switch (column.type()) {
      case TEXT -> "varchar";
      case BYTES -> "blob";
      case TEXTS -> "varchar[]";
      case TIME -> "timestamptz";
      case NUMBER -> "bigint";
      case SMALL_NUMBER -> "int";
      case MILLIONTHS -> "decimal(18, 6)";
      case REAL -> "double";
      case TRUTH -> "boolean";
    };
  }

  /** Of all rows about the same the one that has seen most; of equal ones any. */
  public static String merged(LakeLayer layer, String rows) {
    return String.format(
        "select * from %s qualify row_number() over (partition by %s order by %s desc) = 1",
        rows, String.join(", ", layer.same()), layer.greatest());
  }

  /**
   * What each user spent in each of Beam's sliding windows, which begin at whole steps since the
   * epoch and end before their end; of rows of silver that stand.
   */
  public static String totals(String silver) {
    return String.format(
        """
        select user_id, currency, window_start, window_start + interval 1 minute as window_end,
          count(*) as transactions, sum(amount_minor) as total_minor,
          sum(amount::decimal(38, 4)) as total
        from (
          select user_id, currency, amount_minor, amount,
            unnest([
              time_bucket(interval 30 seconds, event_time, timestamptz '1970-01-01 00:00:00+00'),
              time_bucket(interval 30 seconds, event_time, timestamptz '1970-01-01 00:00:00+00')
                - interval 30 seconds]) as window_start
          from %s)
        group by all
        """,
        silver);
  }
}
