package weir.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes files of a lake whose rows a test gives, in the columns that the pipeline writes. */
final class SmallLake {
  private final Path folder;
  private int files;

  SmallLake(Path folder) {
    this.folder = folder;
  }

  /** A file of a layer's folder, its rows as a query. */
  SmallLake file(String layer, String query) throws SQLException, IOException {
    Path file = folder.resolve(layer).resolve("date=2026-03-01/hour=00/" + files++ + ".parquet");
    Files.createDirectories(file.getParent());
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("set TimeZone = 'UTC'");
      statement.execute("copy (" + query + ") to '" + file + "' (format parquet)");
    }
    return this;
  }

  /** A file of records, each as partition, offset, key and value. */
  SmallLake records(String rows) throws SQLException, IOException {
    return file(
        "bronze",
        "select 'transactions' as topic, p::int as log_partition, o::bigint as log_offset,"
            + " to_timestamp(1772323200 + o) as log_time, k::blob as key, v::blob as value"
            + " from (values "
            + rows
            + ") as t (p, o, k, v)");
  }

  /** A file of one record. */
  SmallLake record(int partition, long offset, long millis, String value)
      throws SQLException, IOException {
    return file(
        "bronze",
        String.format(
            "select 'transactions' as topic, %d::int as log_partition, %d::bigint as log_offset,"
                + " make_timestamptz(%d * 1000) as log_time, null::blob as key, '%s'::blob as value",
            partition, offset, millis, value));
  }

  /** A file of transactions, each as user, id, second, minor units and how many it has seen. */
  SmallLake transactions(String rows) throws SQLException, IOException {
    return file(
        "silver",
        "select u as user_id, i as transaction_id, to_timestamp(1772323200 + s) as event_time,"
            + " m::bigint as amount_minor, (m / 100)::decimal(18, 2)::varchar as amount,"
            + " 'EUR' as currency, seen > 1 as is_flagged, n::bigint as seen from (select *, n as"
            + " seen from (values "
            + rows
            + ") as t (u, i, s, m, n))");
  }
}
