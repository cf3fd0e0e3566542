package weir.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.SparkSession;
import weir.launch.ParentWatch;

/**
 * Spark with the extensions of Iceberg and Delta: answers queries, one a line, by lines of JSON and
 * an empty line. Where its catalogs are it takes from system properties, as Spark always does.
 */
public final class SparkReader {
  private SparkReader() {}

  /** Answers until there are no more queries. */
  public static void main(String[] args) throws IOException {
    ParentWatch.start();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", "2")
            // Delta's log is read in so many parts, fifty if nothing is said.
            .config("spark.databricks.delta.snapshotPartitions", "2")
            .config(
                "spark.sql.extensions",
                "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions,"
                    + "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .getOrCreate()) {
      for (String query = in.readLine(); query != null; query = in.readLine()) {
        answer(spark, query, out);
        out.println();
      }
    }
  }

  private static void answer(SparkSession spark, String query, PrintStream out) {
    try {
      spark.sql(query).toJSON().collectAsList().forEach(out::println);
    } catch (Exception | LinkageError failed) {
      // Spark throws checked exceptions that it does not declare.
      out.println("failed: " + failed.toString().lines().findFirst().orElse(""));
      failed.printStackTrace();
    }
  }
}
