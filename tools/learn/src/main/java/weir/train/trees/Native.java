package weir.train.trees;

import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.train.rows.Part;

/** What lies in XGBoost's own memory, outside the heap. */
final class Native {
  static final String JSON = "json";

  private Native() {}

  /** Something that XGBoost does. */
  interface Work<T> {
    T run() throws XGBoostError;
  }

  static <T> T run(Work<T> work) {
    try {
      return work.run();
    } catch (XGBoostError failed) {
      throw new IllegalStateException("XGBoost failed: " + failed.getMessage(), failed);
    } catch (LinkageError missing) {
      throw new UnavailableException(
          "XGBoost cannot be loaded on this machine ("
              + missing.getMessage()
              + "): it has libraries for Linux, macOS and Windows, and on Linux needs OpenMP, the"
              + " package libgomp1",
          missing);
    }
  }

  /** The rows of a part, with their labels. */
  static DMatrix matrix(Part part) {
    int inputs = part.inputs();
    if ((long) part.size() * inputs > Integer.MAX_VALUE - 8) {
      throw new MisuseException(
          "a span has "
              + part.size()
              + " transactions of "
              + inputs
              + " inputs, more than one array holds: train from fewer");
    }
    float[] values = new float[part.size() * inputs];
    float[] labels = new float[part.size()];
    for (int i = 0; i < labels.length; i++) {
      for (int input = 0; input < inputs; input++) {
        values[i * inputs + input] = part.value(i, input);
      }
      labels[i] = part.fraud(i) ? 1 : 0;
    }
    return run(
        () -> {
          // A missing value is a number like others, so nothing is missing here.
          DMatrix matrix = new DMatrix(values, labels.length, inputs, Float.NaN);
          matrix.setLabel(labels);
          return matrix;
        });
  }

  /** A booster with its first tree. */
  static Booster begin(DMatrix learned, Map<String, Object> params) {
    return run(
        () ->
            XGBoost.train(
                learned, params, /* round= */ 1, Map.of(), /* obj= */ null, /* eval= */ null));
  }
}
