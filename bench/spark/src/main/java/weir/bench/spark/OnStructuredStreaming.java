package weir.bench.spark;

import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQueryException;
import scala.Tuple2;
import scala.Tuple3;
import weir.bench.twin.Twin;
import weir.bench.twin.TwinOptions;
import weir.judge.Acceptance;

/**
 * The pipeline by hand on Structured Streaming. There is one shuffle by user, and the judge reads
 * and writes a user's state once for all records of a batch. Batches follow each other as fast as
 * they can, and a backlog is one batch. Totals are kept by hand beside the history, because no
 * second stateful step may follow this one. State is saved with every batch, whatever the options
 * say.
 */
public final class OnStructuredStreaming {
  private OnStructuredStreaming() {}

  public static void main(String[] args) {
    Twin.main(args, OnStructuredStreaming::run);
  }

  private static void run(TwinOptions options) throws IOException, StreamingQueryException {
    KafkaTopics kafka = new KafkaTopics(options);
    Dataset<Tuple2<String, byte[]>> byUser =
        kafka
            .read(kafka.session())
            .selectExpr("value", "partition", "offset", "unix_millis(timestamp)")
            .as(Encoders.tuple(Encoders.BINARY(), Encoders.INT(), Encoders.LONG(), Encoders.LONG()))
            .map(
                new ExamineRow(Acceptance.of(options.book())),
                Encoders.tuple(Encoders.STRING(), Encoders.BINARY()));
    Dataset<Tuple3<String, byte[], byte[]>> answers =
        byUser
            .groupBy(byUser.columns()[0])
            .as(Encoders.STRING(), Encoders.tuple(Encoders.STRING(), Encoders.BINARY()))
            .flatMapGroupsWithState(
                new JudgeRows(options),
                OutputMode.Update(),
                Encoders.BINARY(),
                Encoders.tuple(Encoders.STRING(), Encoders.BINARY(), Encoders.BINARY()),
                GroupStateTimeout.NoTimeout());
    kafka.write(answers.toDF("topic", "key", "value"));
  }
}
