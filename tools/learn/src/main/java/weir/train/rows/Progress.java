package weir.train.rows;

/** Hears how far a training is. */
public interface Progress {
  /** For those who do not want to hear. */
  Progress NONE = (step, done, all) -> {};

  /**
   * A part of a step is done.
   *
   * @param step what is being done, such as "growing trees of depth 4"
   */
  void at(String step, long done, long all);
}
