package weir.source;

import java.util.SortedSet;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import weir.model.LogRecord;

/** A log that is read from its beginning to its end, and grows no more while it is. */
public interface WholeLog {
  /** Where it is, for people. */
  String place();

  /** Whether it has a record of a topic. */
  boolean has(String topic);

  /** The topics of which it has records; this may take a while. */
  SortedSet<String> topics();

  /**
   * Reads a topic. Its records end, each has its log time as its time, and they come in no order;
   * one may come several times.
   */
  PTransform<PBegin, PCollection<LogRecord>> topic(String topic);
}
