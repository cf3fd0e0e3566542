package weir.contract;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weir.launch.BuiltModule;
import weir.launch.ChildJvm;
import weir.local.LocalPostgres;

/**
 * Spark with the runtimes of Iceberg and Delta, in a JVM of its own: a reader of tables that is not
 * ours. Iceberg's catalog {@code weir} is kept by a database.
 */
public final class SparkSql implements AutoCloseable {
  private final ChildJvm jvm;

  /**
   * Starts it.
   *
   * @param log a file for what it says beside answers
   */
  public SparkSql(Path checkout, LocalPostgres database, Path log) {
    jvm =
        new BuiltModule(
                checkout.resolve("tools/spark-reader").toString(), "weir.reader.SparkReader")
            .launch("Spark")
            .jvm("@" + checkout.resolve("runners/jvm.args"))
            .jvm("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g")
            .jvm(
                "-Dspark.sql.catalog.weir=org.apache.iceberg.spark.SparkCatalog",
                "-Dspark.sql.catalog.weir.type=jdbc",
                "-Dspark.sql.catalog.weir.uri=" + database.jdbcUrl(),
                "-Dspark.sql.catalog.weir.jdbc.user=" + database.user(),
                "-Dspark.sql.catalog.weir.jdbc.schema-version=V1",
                "-Dspark.sql.catalog.weir.warehouse=unused",
                // Times as every other reader knows them, where it writes files.
                "-Dspark.sql.parquet.outputTimestampType=TIMESTAMP_MICROS")
            .talk(log);
  }

  /** Its answer to a query of one line: a row as JSON each. */
  public List<String> ask(String query) throws IOException {
    BufferedWriter questions = jvm.writer();
    questions.write(query);
    questions.newLine();
    questions.flush();
    BufferedReader answers = jvm.reader();
    List<String> rows = new ArrayList<>();
    for (String line = answers.readLine(); ; line = answers.readLine()) {
      if (line == null) {
        throw new AssertionError("Spark has ended: " + jvm.lastWords());
      }
      if (line.isEmpty()) {
        return rows;
      }
      rows.add(line);
    }
  }

  @Override
  public void close() {
    jvm.close();
  }
}
