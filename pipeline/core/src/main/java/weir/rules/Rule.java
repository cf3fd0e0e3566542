package weir.rules;

import java.io.Serializable;

/** A question that is asked of transactions; where the answer is yes, there is an alert. */
public sealed interface Rule extends Serializable permits KeyedRule, TotalInWindows {
  RuleHeader header();
}
