package weir.lake.write;

/** The columns of bronze by name, for those who write it and those who read it again. */
public final class RecordColumns {
  public static final String TOPIC = "topic";
  public static final String PARTITION = "log_partition";
  public static final String OFFSET = "log_offset";
  public static final String LOG_TIME = "log_time";
  public static final String KEY = "key";
  public static final String VALUE = "value";

  private RecordColumns() {}
}
