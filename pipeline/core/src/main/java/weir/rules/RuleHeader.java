package weir.rules;

import java.io.Serializable;
import weir.filter.Filter;
import weir.model.FiredRule;
import weir.model.Severity;

/** What rules of every kind have. */
public record RuleHeader(String id, int version, Severity severity, Filter filter)
    implements Serializable {
  /** How many characters an id has at most. */
  public static final int MAX_ID = 64;

  public FiredRule fired() {
    return new FiredRule(id, version, severity);
  }
}
