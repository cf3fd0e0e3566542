package weir.kafka.write;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PDone;
import org.apache.kafka.clients.producer.ProducerRecord;
import weir.model.Alert;

/**
 * Writes alerts keyed by their id, those of rules on trial to a topic of their own. When and by
 * which engine an alert was found is no function of the log, so it goes into headers: the record
 * itself is the same in every run.
 */
public final class WriteAlerts extends PTransform<PCollectionList<Alert>, PDone> {
  private static final long serialVersionUID = 1L;

  private final WriteSettings writing;
  private final String topic;
  private final String shadowTopic;
  private final String engine;

  public WriteAlerts(WriteSettings writing, String topic, String shadowTopic, String engine) {
    this.writing = writing;
    this.topic = topic;
    this.shadowTopic = shadowTopic;
    this.engine = engine;
  }

  /**
   * Each branch gets a writer of its own if the delivery allows it. Where branches meet, Flink
   * starts another task, and a few alerts wait until a buffer on the way to it is full or times
   * out.
   */
  @Override
  public PDone expand(PCollectionList<Alert> branches) {
    if (writing.delivery().canBeApart()) {
      for (int branch = 0; branch < branches.size(); branch++) {
        branches.get(branch).apply("Alerts " + (branch + 1), writer());
      }
    } else {
      branches.apply("All alerts", Flatten.pCollections()).apply("Alerts", writer());
    }
    return PDone.in(branches.getPipeline());
  }

  private WriteRecords<Alert> writer() {
    return new WriteRecords<>(writing, topic, new AlertRecordFn(topic, shadowTopic, engine));
  }

  private static final class AlertRecordFn extends DoFn<Alert, ProducerRecord<byte[], byte[]>> {
    private static final long serialVersionUID = 1L;

    private final String topic;
    private final String shadowTopic;
    private final String engine;

    AlertRecordFn(String topic, String shadowTopic, String engine) {
      this.topic = topic;
      this.shadowTopic = shadowTopic;
      this.engine = engine;
    }

    @ProcessElement
    public void toRecord(@Element Alert alert, OutputReceiver<ProducerRecord<byte[], byte[]>> out) {
      out.output(AnswerRecords.alert(alert, alert.isShadow() ? shadowTopic : topic, engine));
    }
  }
}
