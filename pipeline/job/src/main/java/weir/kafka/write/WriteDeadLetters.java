package weir.kafka.write;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.kafka.clients.producer.ProducerRecord;
import weir.model.DeadLetter;

/**
 * Writes records that are not judged, keyed by their place in the log, so that repetitions merge.
 */
public final class WriteDeadLetters extends PTransform<PCollection<DeadLetter>, PDone> {
  private static final long serialVersionUID = 1L;

  private final WriteSettings writing;
  private final String topic;

  public WriteDeadLetters(WriteSettings writing, String topic) {
    this.writing = writing;
    this.topic = topic;
  }

  @Override
  public PDone expand(PCollection<DeadLetter> letters) {
    return letters.apply(
        "Dead letters", new WriteRecords<>(writing, topic, new DeadLetterFn(topic)));
  }

  private static final class DeadLetterFn extends DoFn<DeadLetter, ProducerRecord<byte[], byte[]>> {
    private static final long serialVersionUID = 1L;

    private final String topic;

    DeadLetterFn(String topic) {
      this.topic = topic;
    }

    @ProcessElement
    public void toRecord(
        @Element DeadLetter letter, OutputReceiver<ProducerRecord<byte[], byte[]>> out) {
      out.output(AnswerRecords.deadLetter(letter, topic));
    }
  }
}
