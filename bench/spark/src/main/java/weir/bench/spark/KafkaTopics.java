package weir.bench.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;
import weir.bench.twin.TwinOptions;

/** Spark's own source and sink, with the settings of the pipeline. */
record KafkaTopics(TwinOptions options) {
  private static final String PREFIX = "kafka.";

  /** A session with as many tasks and as many parts of the state as the parallelism says. */
  SparkSession session() {
    return SparkSession.builder()
        .appName("weir")
        .master("local[" + options.parallelism() + "]")
        .config("spark.sql.shuffle.partitions", options.parallelism())
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }

  /** The log from its beginning. */
  Dataset<Row> read(SparkSession spark) {
    Map<String, Object> consumers = new HashMap<>(options.consumers());
    // Spark itself decides where to begin and in which groups to read, and keeps the offsets.
    consumers.remove(ConsumerConfig.GROUP_ID_CONFIG);
    consumers.remove(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG);
    consumers.remove(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG);
    return spark
        .readStream()
        .format("kafka")
        .options(prefixed(consumers))
        .option("subscribe", options.inputTopic())
        .option("startingOffsets", "earliest")
        .load();
  }

  /** Writes rows of a topic, a key and a value until the query ends. */
  void write(Dataset<Row> answers) throws IOException, StreamingQueryException {
    try {
      answers
          .writeStream()
          .outputMode("update")
          .format("kafka")
          .options(prefixed(options.producers()))
          .option("checkpointLocation", Files.createTempDirectory("weir-query-").toString())
          .start()
          .awaitTermination();
    } catch (TimeoutException late) {
      throw new IOException("Spark does not start the query", late);
    }
  }

  private static Map<String, String> prefixed(Map<String, Object> client) {
    Map<String, String> options = new HashMap<>();
    client.forEach((name, value) -> options.put(PREFIX + name, value.toString()));
    return options;
  }
}
