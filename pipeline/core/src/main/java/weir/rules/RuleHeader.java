package weir.rules;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import weir.filter.Filter;
import weir.filter.Lists;
import weir.filter.LogSpan;
import weir.model.Alert;
import weir.model.FiredRule;
import weir.model.Severity;

/**
 * What rules of every kind have.
 *
 * @param audience the users for whom it counts
 * @param by the key at whose transactions it looks; absent for the user
 */
public record RuleHeader(
    String id,
    int version,
    Severity severity,
    Audience audience,
    Filter filter,
    @Nullable String by)
    implements Serializable {
  /** How many characters an id has at most. */
  public static final int MAX_ID = 64;

  /** Of a rule that counts for everybody. */
  public RuleHeader(String id, int version, Severity severity, Filter filter) {
    this(id, version, severity, Audience.EVERYBODY, filter);
  }

  /** Of a rule about users. */
  public RuleHeader(String id, int version, Severity severity, Audience audience, Filter filter) {
    this(id, version, severity, audience, filter, /* by= */ null);
  }

  /** The same for transactions that reached the log in this stretch of time. */
  public RuleHeader during(LogSpan span) {
    return new RuleHeader(id, version, severity, audience, filter.during(span), by);
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
