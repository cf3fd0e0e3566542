package weir.kafka.write;

import static weir.kafka.write.WriteRecords.header;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import weir.form.AlertJson;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.HeaderNames;
import weir.model.LogPosition;
import weir.model.RejectedJson;

/** The records of Kafka in which answers are written. */
public final class AnswerRecords {
  private AnswerRecords() {}

  /** An alert, found at this moment by this engine. */
  public static ProducerRecord<byte[], byte[]> alert(Alert alert, String topic, String engine) {
    List<Header> headers =
        List.of(
            header(HeaderNames.DETECTED_AT, Long.toString(System.currentTimeMillis())),
            header(HeaderNames.ENGINE, engine));
    byte[] key = alert.id().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, null, key, AlertJson.write(alert), headers);
  }

  /** A record that is not judged. */
  public static ProducerRecord<byte[], byte[]> deadLetter(DeadLetter letter, String topic) {
    LogPosition position = letter.rejected().position();
    String key = letter.topic() + "-" + position.partition() + "-" + position.offset();
    return new ProducerRecord<>(
        topic,
        key.getBytes(StandardCharsets.UTF_8),
        RejectedJson.write(letter.rejected(), letter.topic()));
  }
}
