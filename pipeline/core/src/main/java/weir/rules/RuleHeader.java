package weir.rules;

import java.io.Serializable;
import weir.filter.Filter;
import weir.filter.Lists;
import weir.model.Alert;
import weir.model.FiredRule;
import weir.model.Severity;

/**
 * What rules of every kind have.
 *
 * @param audience the users for whom it counts
 */
public record RuleHeader(
    String id, int version, Severity severity, Audience audience, Filter filter)
    implements Serializable {
  /** How many characters an id has at most. */
  public static final int MAX_ID = 64;

  /** Of a rule that counts for everybody. */
  public RuleHeader(String id, int version, Severity severity, Filter filter) {
    this(id, version, severity, Audience.EVERYBODY, filter);
  }

  public FiredRule fired() {
    return new FiredRule(id, version, severity);
  }

  /**
   * What an alert of the rule about this user amounts to.
   *
   * @param logTime when what it is about reached the log
   */
  public Alert.Mode mode(String userId, long logTime, Lists lists) {
    if (!audience.includes(id, userId)) {
      return Alert.Mode.SHADOW;
    }
    return lists.has(Snoozes.LIST, Snoozes.member(id, userId), logTime)
        ? Alert.Mode.SNOOZED
        : Alert.Mode.LIVE;
  }
}
