package weir.kafka.write;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.kafka.clients.producer.ProducerRecord;
import weir.model.Alert;

/**
 * Writes alerts keyed by their id. What is not a function of the log, when the alert was found and
 * by which engine, goes into headers, so that the record itself is the same from every run.
 */
public final class WriteAlerts extends PTransform<PCollection<Alert>, PDone> {
  private static final long serialVersionUID = 1L;

  private final WriteSettings writing;
  private final String topic;
  private final String engine;

  public WriteAlerts(WriteSettings writing, String topic, String engine) {
    this.writing = writing;
    this.topic = topic;
    this.engine = engine;
  }

  @Override
  public PDone expand(PCollection<Alert> alerts) {
    return alerts.apply(
        "Alerts", new WriteRecords<>(writing, topic, new AlertRecordFn(topic, engine)));
  }

  private static final class AlertRecordFn extends DoFn<Alert, ProducerRecord<byte[], byte[]>> {
    private static final long serialVersionUID = 1L;

    private final String topic;
    private final String engine;

    AlertRecordFn(String topic, String engine) {
      this.topic = topic;
      this.engine = engine;
    }

    @ProcessElement
    public void toRecord(@Element Alert alert, OutputReceiver<ProducerRecord<byte[], byte[]>> out) {
      out.output(AnswerRecords.alert(alert, topic, engine));
    }
  }
}
