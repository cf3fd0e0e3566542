package weir.learn;

import java.util.Arrays;
import java.util.Optional;

/** What trained a model. All of them give trees, so one evaluator serves them all. */
public enum Learner {
  /** Learns from labels. */
  BOOSTED_TREES("boosted-trees"),
  /** Learns what is usual, without labels. */
  ISOLATION_FOREST("isolation-forest");

  private final String word;

  Learner(String word) {
    this.word = word;
  }

  /** Its name in the artefact and on the command line. */
  public String word() {
    return word;
  }

  public static Optional<Learner> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
