package weir.learn;

import java.io.Serializable;

/**
 * Hears what models are asked about payments that are judged for the first time. It has no say in
 * what is answered.
 */
public interface ModelListener extends Serializable {
  /** Nobody listens. */
  ModelListener NONE = (model, id, logTime, inputs, score) -> {};

  /**
   * A model was asked.
   *
   * @param id of the payment
   * @param logTime when it reached the log
   * @param inputs the values of all inputs in their scales; they must not be changed
   */
  void asked(Model model, String id, long logTime, long[] inputs, int score);
}
