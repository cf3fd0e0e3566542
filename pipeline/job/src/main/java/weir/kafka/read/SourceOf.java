package weir.kafka.read;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** Finds the source that a reading transform reads from, by laying it out in an empty pipeline. */
final class SourceOf {
  private SourceOf() {}

  @SuppressWarnings("unchecked") // The transform's only source has the type of its output.
  static <T> UnboundedSource<T, CheckpointMark> transform(
      PTransform<PBegin, PCollection<T>> reading, PipelineOptions options) {
    Pipeline pipeline = Pipeline.create(options);
    pipeline.apply(reading);
    AtomicReference<UnboundedSource<T, CheckpointMark>> found = new AtomicReference<>();
    pipeline.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public CompositeBehavior enterCompositeTransform(TransformHierarchy.Node node) {
            if (node.getTransform() instanceof Read.Unbounded<?> read) {
              found.set((UnboundedSource<T, CheckpointMark>) read.getSource());
            }
            return CompositeBehavior.ENTER_TRANSFORM;
          }
        });
    UnboundedSource<T, CheckpointMark> source = found.get();
    if (source == null) {
      throw new IllegalStateException("not a transform that reads from an unbounded source");
    }
    return source;
  }
}
