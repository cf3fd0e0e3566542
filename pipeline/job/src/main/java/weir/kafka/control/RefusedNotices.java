package weir.kafka.control;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.control.ControlLog;
import weir.kafka.KafkaSettings;
import weir.kafka.write.AnswerRecords;
import weir.kafka.write.PatientProducers;
import weir.model.DeadLetter;
import weir.model.Rejected;

/**
 * Says of records of the control topic that they were no notices: a dead letter each. Every process
 * of the job says it, by the same record, so that readers merge them.
 */
public final class RefusedNotices {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedNotices.class);

  private final FollowedTopic topic;
  private long next;

  RefusedNotices(FollowedTopic topic) {
    this.topic = topic;
    this.next = topic.begin();
  }

  /** Tells those that were not told before. */
  void tell(ControlLog.Heard heard) {
    List<Rejected> fresh =
        heard.refused().stream().filter(each -> each.position().offset() >= next).toList();
    write(topic.kafka(), topic.topic(), topic.deadLetterTopic(), fresh);
    next = Math.max(next, heard.end());
  }

  /** Writes them; throws {@link KafkaException} if that cannot be. */
  public static void write(
      KafkaSettings kafka, String controlTopic, String deadLetterTopic, List<Rejected> refused) {
    if (refused.isEmpty()) {
      return;
    }
    for (Rejected each : refused) {
      LOG.warn(
          "A record of the control topic '{}' was refused, offset {}: {}",
          controlTopic,
          each.position().offset(),
          each.detail());
    }
    try (Producer<byte[], byte[]> producer = PatientProducers.open(kafka)) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (Rejected each : refused) {
        sent.add(
            producer.send(
                AnswerRecords.deadLetter(new DeadLetter(controlTopic, each), deadLetterTopic)));
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    } catch (ExecutionException failed) {
      throw new KafkaException("a dead letter cannot be written", failed.getCause());
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }
}
