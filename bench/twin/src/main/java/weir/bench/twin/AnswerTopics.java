package weir.bench.twin;

import java.io.Serializable;
import org.apache.kafka.clients.producer.ProducerRecord;
import weir.kafka.write.AnswerRecords;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.Judgement;
import weir.model.Rejected;

/** Makes the Kafka records of a twin's answers, the same as the pipeline's. */
public record AnswerTopics(
    String inputTopic, String alertTopic, String deadLetterTopic, String engine)
    implements Serializable {

  /** The record of an alert or of a dead letter; there are no others. */
  public ProducerRecord<byte[], byte[]> record(Judgement judgement) {
    if (judgement instanceof Alert alert) {
      return AnswerRecords.alert(alert, alertTopic, engine);
    }
    if (judgement instanceof Rejected rejected) {
      return AnswerRecords.deadLetter(new DeadLetter(inputTopic, rejected), deadLetterTopic);
    }
    throw new IllegalArgumentException("not for the world: " + judgement);
  }
}
