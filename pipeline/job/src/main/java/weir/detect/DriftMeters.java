package weir.detect;

import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.metrics.Metrics;
import weir.learn.Drifted;
import weir.meters.Meters;

/**
 * Tells how far models have gone from their training, once a second at most, or as soon as a day is
 * complete. Whichever step asks a model, the step that every payment goes through tells it.
 */
final class DriftMeters {
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Gauges hold whole numbers. */
  private static final int THOUSANDTHS = 1000;

  private long told;
  private long days;

  /** At the end of a bundle. */
  void tell() {
    long now = System.nanoTime();
    long complete = ModelDrift.OF_THIS_JVM.days();
    if (told != 0 && complete == days && now - told < PAUSE_NANOS) {
      return;
    }
    told = now;
    days = complete;
    ModelDrift.OF_THIS_JVM.known().forEach(DriftMeters::tell);
  }

  private static void tell(ModelDrift.OfModel known) {
    String model = known.model().name();
    set(Meters.modelCounted(model), known.counted());
    for (Drifted each : known.drifted()) {
      String name =
          each.isOfScore()
              ? Meters.modelScoreDrift(model)
              : Meters.modelInputDrift(model, known.inputs().get(each.input()));
      set(name, Math.round(each.index() * THOUSANDTHS));
    }
  }

  private static void set(String gauge, long value) {
    Metrics.gauge(Meters.NAMESPACE, gauge).set(value);
  }
}
