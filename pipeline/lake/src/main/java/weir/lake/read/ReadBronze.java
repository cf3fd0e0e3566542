package weir.lake.read;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;
import weir.coders.LogRecordCoder;
import weir.model.LogRecord;

/** Reads all records of a topic, each file for itself and at its log time. */
final class ReadBronze extends PTransform<PBegin, PCollection<LogRecord>> {
  private static final long serialVersionUID = 1L;

  private final String files;
  private final String topic;

  /**
   * The reading.
   *
   * @param files a pattern of any of Beam's file systems
   */
  ReadBronze(String files, String topic) {
    this.files = files;
    this.topic = topic;
  }

  @Override
  public PCollection<LogRecord> expand(PBegin begin) {
    return begin
        .apply(
            "Files",
            FileIO.match().filepattern(files).withEmptyMatchTreatment(EmptyMatchTreatment.ALLOW))
        .apply("Records", ParDo.of(new ReadFn(topic)))
        .setCoder(LogRecordCoder.of());
  }

  private static final class ReadFn extends DoFn<MatchResult.Metadata, LogRecord> {
    private static final long serialVersionUID = 1L;

    private final String topic;

    ReadFn(String topic) {
      this.topic = topic;
    }

    @ProcessElement
    public void read(@Element MatchResult.Metadata file, OutputReceiver<LogRecord> out)
        throws IOException {
      if (!isIn(file)) {
        return;
      }
      try (RecordRows rows = RecordRows.open(file)) {
        rows.records(
            topic,
            any -> true,
            record ->
                out.outputWithTimestamp(record, Instant.ofEpochMilli(record.position().time())));
      }
    }

    /** Mostly a file is of one topic, and that of another would be read for nothing. */
    private boolean isIn(MatchResult.Metadata file) throws IOException {
      Set<String> topics = new HashSet<>();
      try (RecordRows rows = RecordRows.open(file)) {
        rows.topics(topics::add);
      }
      return topics.contains(topic);
    }
  }
}
