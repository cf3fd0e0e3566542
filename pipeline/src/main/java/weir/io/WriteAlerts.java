package weir.io;

import static weir.io.WriteRecords.header;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import weir.model.Alert;
import weir.model.AlertJson;

/**
 * Writes alerts keyed by their id. What is not a function of the log, when the alert was found and
 * by which engine, goes into headers, so that the record itself is the same from every run.
 */
public final class WriteAlerts extends PTransform<PCollection<Alert>, PDone> {
  private static final long serialVersionUID = 1L;

  public static final String DETECTED_AT = "weir-detected-at";
  public static final String ENGINE = "weir-engine";

  private final KafkaSettings kafka;
  private final String topic;
  private final String engine;

  public WriteAlerts(KafkaSettings kafka, String topic, String engine) {
    this.kafka = kafka;
    this.topic = topic;
    this.engine = engine;
  }

  @Override
  public PDone expand(PCollection<Alert> alerts) {
    return alerts.apply("Alerts", new WriteRecords<>(kafka, new AlertRecordFn(topic, engine)));
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
      List<Header> headers =
          List.of(
              header(DETECTED_AT, Long.toString(System.currentTimeMillis())),
              header(ENGINE, engine));
      byte[] key = alert.id().getBytes(StandardCharsets.UTF_8);
      out.output(new ProducerRecord<>(topic, null, key, AlertJson.write(alert), headers));
    }
  }
}
