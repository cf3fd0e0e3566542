package weir.notice;

import java.util.List;
import weir.book.RuleBook;
import weir.rules.KeyedRule;
import weir.rules.TotalInWindows;

/** A book under its number, with its rules taken apart once for all transactions. */
public final class NumberedBook {
  private final int number;
  private final RuleBook book;
  private final List<KeyedRule> keyedRules;
  private final List<TotalInWindows> totals;

  NumberedBook(int number, RuleBook book) {
    this.number = number;
    this.book = book;
    this.keyedRules = book.keyedRules();
    this.totals = book.totals();
  }

  public int number() {
    return number;
  }

  public RuleBook book() {
    return book;
  }

  public List<KeyedRule> keyedRules() {
    return keyedRules;
  }

  public List<TotalInWindows> totals() {
    return totals;
  }

  /** Whether this version of a total stands in it. */
  @SuppressWarnings("ReferenceEquality") // A version is the same object in all books.
  public boolean has(TotalInWindows total) {
    for (TotalInWindows each : totals) {
      if (each == total) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "book " + number;
  }
}
