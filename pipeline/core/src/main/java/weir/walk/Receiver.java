package weir.walk;

import weir.history.History;
import weir.judge.UserJudge;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.LogPosition;
import weir.model.Verdict;

/**
 * Takes the answers of a walk, each as soon as it is known. Of several with one id the one that has
 * seen more stands, as everywhere.
 */
public interface Receiver {
  /**
   * An alert, raised or withdrawn.
   *
   * @param cause the record that was read when it was said
   */
  void alert(LogPosition cause, Alert alert);

  /** A verdict; there are none if the walk was not asked for them. */
  void verdict(LogPosition cause, Verdict verdict);

  /** A record that is not judged, or not heard. */
  void deadLetter(DeadLetter letter);

  /** What a record that was accepted has made of the history of its user. */
  default void remembered(History before, UserJudge.Outcome outcome) {
    // Only figures want to know.
  }
}
