package weir.rules;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import weir.learn.Model;
import weir.learn.ModelListener;

/** What a rule says of one transaction. */
public final class Opinion {
  private static final long[] NO_INPUTS = {};

  public static final Opinion NONE =
      new Opinion(/* score= */ null, Optional.empty(), /* asked= */ null, NO_INPUTS);

  private final @Nullable Integer score;
  private final Optional<Finding> finding;
  private final @Nullable Model asked;
  private final long[] inputs;

  private Opinion(
      @Nullable Integer score, Optional<Finding> finding, @Nullable Model asked, long[] inputs) {
    this.score = score;
    this.finding = finding;
    this.asked = asked;
    this.inputs = inputs;
  }

  /** Of a rule that gives no score. */
  static Opinion of(Optional<Finding> finding) {
    return finding.isEmpty()
        ? NONE
        : new Opinion(/* score= */ null, finding, /* asked= */ null, NO_INPUTS);
  }

  /** Of a rule that asks a model. It takes the inputs over; they must not change any more. */
  static Opinion of(Model asked, long[] inputs, int score, Optional<Finding> finding) {
    return new Opinion(score, finding, asked, inputs);
  }

  /** From 0 to 1000, of a rule that gives one. */
  public @Nullable Integer score() {
    return score;
  }

  /** Present if the rule fires. */
  public Optional<Finding> finding() {
    return finding;
  }

  /** The same with another finding, if there is one. */
  public Opinion map(UnaryOperator<Finding> change) {
    return new Opinion(score, finding.map(change), asked, inputs);
  }

  /** Tells what a model was asked, if one was. */
  public void tell(ModelListener listener, String id, long logTime) {
    if (asked != null && score != null) {
      listener.asked(asked, id, logTime, inputs, score);
    }
  }
}
