package weir.keys;

import weir.feature.Feature;
import weir.feature.Function;
import weir.feature.Where;
import weir.filter.LogSpan;

/**
 * A feature of a rule, and where it is looked at.
 *
 * @param key the place of its key, or {@link Keys#USER}
 * @param feature the same for transactions that reached the log while it was in force
 * @param seen how many of those there are from the beginning of its window on, whether it counts
 *     them or not
 */
public record PlannedFeature(int key, Feature feature, Feature seen) {

  static PlannedFeature of(int key, Feature feature, LogSpan inForce) {
    return new PlannedFeature(
        key,
        new Feature(
            feature.name(),
            feature.function(),
            feature.operand(),
            feature.by(),
            feature.window(),
            feature.withoutItself(),
            feature.where().during(inForce)),
        new Feature(
            "seen",
            Function.COUNT,
            /* operand= */ null,
            feature.by(),
            feature.window().upToNow(),
            /* withoutItself= */ false,
            Where.ALL.during(inForce)));
  }

  /**
   * Whether it knows all of the window of a transaction: what reached the log before it was in
   * force was not kept for it.
   *
   * @param skewMillis how far ahead of the log a transaction may be
   */
  public boolean isWarm(long time, long skewMillis) {
    long from = feature.where().during().from();
    return from == Long.MIN_VALUE || feature.window().start(time) - skewMillis >= from;
  }

  /** Whether it looks at labels. */
  public boolean isOfLabels() {
    return feature.function().isOfLabels();
  }

  String name() {
    return feature.name();
  }
}
