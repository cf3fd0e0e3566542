package weir.detect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Instant;
import weir.book.RuleBook;
import weir.coders.LogRecordCoder;
import weir.job.Rules;
import weir.job.WeirPipeline;
import weir.meters.Meters;
import weir.model.LogRecord;
import weir.notice.Announcements;
import weir.sink.Sinks;

/** A run of the whole pipeline, and what it counted. */
final class MeteredRun {
  private MeteredRun() {}

  static MetricQueryResults over(List<LogRecord> log, RuleBook book) {
    TestStream.Builder<LogRecord> stream = TestStream.create(LogRecordCoder.of());
    for (LogRecord record : log) {
      Instant time = Instant.ofEpochMilli(record.position().time());
      stream = stream.addElements(TimestampedValue.of(record, time));
    }
    TestPipeline pipeline =
        TestPipeline.fromOptions(PipelineOptionsFactory.create())
            .enableAbandonedNodeEnforcement(false);
    WeirPipeline.build(
        pipeline,
        Rules.always(book),
        new WeirPipeline.Topic("transactions", stream.advanceWatermarkToInfinity()),
        Optional.empty(),
        new Sinks(Announcements.always(book), book.charter().layout().fields()));
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    return result
        .metrics()
        .queryMetrics(
            MetricsFilter.builder()
                .addNameFilter(MetricNameFilter.inNamespace(Meters.NAMESPACE))
                .build());
  }

  static Map<String, Long> gauges(MetricQueryResults results) {
    Map<String, Long> gauges = new TreeMap<>();
    results
        .getGauges()
        .forEach(each -> gauges.put(each.getName().getName(), each.getCommitted().getValue()));
    return gauges;
  }
}
