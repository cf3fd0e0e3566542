package weir.rules;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one transaction.
 *
 * @param score from 0 to 1000, of a rule that gives one
 * @param finding present if it fires
 */
public record Opinion(@Nullable Integer score, Optional<Finding> finding) {
  public static final Opinion NONE = new Opinion(/* score= */ null, Optional.empty());

  /** Of a rule that gives no score. */
  static Opinion of(Optional<Finding> finding) {
    return finding.isEmpty() ? NONE : new Opinion(/* score= */ null, finding);
  }

  /** The same with another finding, if there is one. */
  public Opinion map(UnaryOperator<Finding> change) {
    return new Opinion(score, finding.map(change));
  }
}
