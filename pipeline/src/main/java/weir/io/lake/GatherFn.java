package weir.io.lake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.joda.time.Instant;

/**
 * Gathers the rows of a bundle that go into one folder, so that they wait for their file as one
 * element. Spark keeps what waits as bytes and encodes all of it anew for each further element.
 */
final class GatherFn<T> extends DoFn<T, List<T>> {
  private static final long serialVersionUID = 1L;

  /** A bundle may be as long as an engine likes. */
  private static final int MOST = 1000;

  private final Layer<T> layer;
  private transient Map<Place, Gathered<T>> waiting = new HashMap<>();

  private record Place(BoundedWindow window, String folder) {}

  private record Gathered<T>(Instant first, List<T> rows) {}

  GatherFn(Layer<T> layer) {
    this.layer = layer;
  }

  /** What a bundle left that failed is not the next one's. */
  @StartBundle
  public void start() {
    waiting = new HashMap<>();
  }

  @ProcessElement
  public void take(
      @Element T element,
      @Timestamp Instant time,
      BoundedWindow window,
      OutputReceiver<List<T>> out) {
    Place place = new Place(window, HourFolder.of(layer.time(element)));
    Gathered<T> gathered =
        waiting.computeIfAbsent(place, first -> new Gathered<>(time, new ArrayList<>()));
    gathered.rows().add(element);
    if (gathered.rows().size() >= MOST) {
      waiting.remove(place);
      out.output(gathered.rows());
    }
  }

  @FinishBundle
  public void finish(FinishBundleContext context) {
    waiting.forEach(
        (place, gathered) -> context.output(gathered.rows(), gathered.first(), place.window()));
    waiting.clear();
  }
}
