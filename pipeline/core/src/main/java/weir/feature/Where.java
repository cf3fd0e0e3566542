package weir.feature;

import weir.filter.Filter;
import weir.filter.Lists;
import weir.filter.LogSpan;
import weir.filter.Selection;
import weir.model.Transaction;

/**
 * Which transactions a feature counts.
 *
 * @param text the condition as it is written; under one charter it says all that the condition does
 * @param during when they must have reached the log
 */
public record Where(String text, Selection condition, LogSpan during) implements Selection {
  /** All of them. */
  public static final Where ALL = new Where("", Filter.NONE);

  /** Whenever they reached the log. */
  public Where(String text, Selection condition) {
    this(text, condition, LogSpan.ALWAYS);
  }

  /** The same for those that reached the log in this stretch of time. */
  public Where during(LogSpan span) {
    return new Where(text, condition, span);
  }

  /** Whether it lets all pass, whatever is announced later. */
  boolean isAll() {
    return text.isEmpty() && condition == Filter.NONE && during.equals(LogSpan.ALWAYS);
  }

  /** All that it says, as a text. */
  String said() {
    return (text.isEmpty() ? "" : " where " + text)
        + (during.equals(LogSpan.ALWAYS) ? "" : " since " + during.from());
  }

  @Override
  public boolean matches(Transaction tx, long logTime, Lists lists) {
    return during.has(logTime)
        && (condition == Filter.NONE || condition.matches(tx, logTime, lists));
  }

  /** Of the text alone: summaries are looked up by it. */
  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
