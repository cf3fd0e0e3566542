package weir.layer;

import java.util.List;

/** The columns of records by name, for those who write them and those who read them again. */
public final class RecordColumns {
  public static final String TOPIC = "topic";
  public static final String PARTITION = "log_partition";
  public static final String OFFSET = "log_offset";
  public static final String LOG_TIME = "log_time";
  public static final String KEY = "key";
  public static final String VALUE = "value";

  static final List<String> PLACE = List.of(TOPIC, PARTITION, OFFSET);

  private static final List<Column> OF_ALL =
      List.of(
          Column.of(1, TOPIC, Column.Type.TEXT),
          Column.of(2, PARTITION, Column.Type.SMALL_NUMBER),
          Column.of(3, OFFSET, Column.Type.NUMBER),
          Column.of(4, LOG_TIME, Column.Type.TIME));

  static final List<Column> RECORD =
      Column.joined(
          OF_ALL,
          List.of(
              Column.optional(5, KEY, Column.Type.BYTES),
              Column.optional(6, VALUE, Column.Type.BYTES)));

  static final List<Column> DEAD_LETTER =
      Column.joined(
          OF_ALL,
          List.of(
              Column.of(7, "reason", Column.Type.TEXT), Column.of(8, "detail", Column.Type.TEXT)));

  private RecordColumns() {}
}
