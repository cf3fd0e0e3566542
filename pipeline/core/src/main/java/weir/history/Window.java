package weir.history;

import weir.filter.Lists;
import weir.model.Transaction;

/**
 * What a rule may look at to judge one transaction, the subject: a stretch of the user's history,
 * in order. It ends with the subject's instant, so that others of that instant may stand behind it.
 */
public final class Window {
  private final History history;
  private final Entries entries;
  private final Lists lists;
  private final int from;
  private final int to;
  private final int subject;
  private final long start;

  Window(History history, Lists lists, int from, int to, int subject, long start) {
    this.history = history;
    this.entries = history.entries();
    this.lists = lists;
    this.from = from;
    this.to = to;
    this.subject = subject;
    this.start = start;
  }

  public Transaction subject() {
    return entries.get(subject);
  }

  /** When the subject reached the log. */
  public long logTime() {
    return entries.logTime(subject);
  }

  /** The lists by which it is judged. */
  public Lists lists() {
    return lists;
  }

  /** The history that it is a part of. */
  public History history() {
    return history;
  }

  /** The place of the subject in the history. */
  public int place() {
    return subject;
  }

  /** How many transactions it holds. */
  public int seen() {
    return to - from;
  }

  /** Where it begins; the transactions are later than that. */
  public long start() {
    return start;
  }

  /** All that it holds. */
  public Stretch all() {
    return new Stretch(entries, lists, from, to);
  }

  /** Those that stand before the subject. */
  public Stretch before() {
    return new Stretch(entries, lists, from, subject);
  }
}
