package weir.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.learn.Drift;
import weir.learn.Drifted;
import weir.learn.Model;
import weir.learn.ModelListener;

/**
 * How far what models are asked has gone from their training. All steps and threads of a JVM count
 * together, because engines make a step anew for a bundle or a batch. So it is no part of any step,
 * and of who listens nothing but a name is serialized.
 */
public final class ModelDrift {
  private static final Logger LOG = LoggerFactory.getLogger(ModelDrift.class);

  static final ModelDrift OF_THIS_JVM = new ModelDrift(LOG::warn);

  /** Counts for the JVM in which it is asked. */
  public static final ModelListener LISTENER =
      (model, id, logTime, inputs, score) -> OF_THIS_JVM.asked(model, id, logTime, inputs, score);

  /** One payment in so many is counted. */
  private static final int SAMPLE = 4;

  /** Of more models, those that were not asked for longest are forgotten. */
  static final int MOST_MODELS = 16;

  private final Map<String, Watched> models =
      new LinkedHashMap<>(2 * MOST_MODELS, 0.75f, /* accessOrder= */ true);

  private final Consumer<String> warn;
  private volatile long days;

  private record Watched(Drift drift, List<String> inputs, DriftWarnings warnings) {
    static Watched of(Model model) {
      return new Watched(new Drift(model), InputNames.of(model.inputs()), new DriftWarnings());
    }
  }

  /**
   * What is known of a model.
   *
   * @param inputs what its inputs are called in metrics
   * @param counted how many payments were counted
   */
  record OfModel(Model model, List<String> inputs, long counted, List<Drifted> drifted) {}

  /**
   * Nothing is counted yet.
   *
   * @param warn is told in a sentence when something becomes another
   */
  ModelDrift(Consumer<String> warn) {
    this.warn = warn;
  }

  void asked(Model model, String id, long logTime, long[] inputs, int score) {
    if (!isSample(id)) {
      return;
    }
    List<String> warnings = List.of();
    synchronized (models) {
      Watched watched = models.computeIfAbsent(model.name(), name -> Watched.of(model));
      if (watched.drift().count(logTime, inputs, score)) {
        warnings = watched.warnings().after(watched.drift());
        days++;
      }
      if (models.size() > MOST_MODELS) {
        models.remove(models.keySet().iterator().next());
      }
    }
    warnings.forEach(warn);
  }

  /** By the id, so the same payments wherever they are judged, and as many of each user. */
  static boolean isSample(String id) {
    int mixed = id.hashCode() * 0x9E3779B9;
    return (mixed >>> 16) % SAMPLE == 0;
  }

  /** How many days were completed, of all models: as long as it stays, nothing new is known. */
  long days() {
    return days;
  }

  List<OfModel> known() {
    List<OfModel> known = new ArrayList<>();
    synchronized (models) {
      for (Watched each : models.values()) {
        Drift drift = each.drift();
        known.add(new OfModel(drift.model(), each.inputs(), drift.counted(), drift.told()));
      }
    }
    return known;
  }
}
