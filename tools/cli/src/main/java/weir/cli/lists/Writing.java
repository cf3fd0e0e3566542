package weir.cli.lists;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import weir.cli.control.Phrases;
import weir.control.ControlLog;
import weir.control.ControlTopic;
import weir.failure.UnavailableException;
import weir.model.Json;
import weir.model.Printable;
import weir.notice.Books;
import weir.notice.Notice;

/**
 * Writes the notices of a change, and reads back what became of them.
 *
 * @param announce writes one and returns its offset
 * @param outcome reads up to an offset
 */
record Writing(ToLongFunction<Notice> announce, LongFunction<ControlLog.Heard> outcome) {

  /**
   * What was written.
   *
   * @param first from when the first notice holds
   * @param whole from when all do, which is the same unless they were stored too slowly
   */
  record Written(Books books, long first, long whole) {
    boolean isAtOnce() {
      return first == whole;
    }
  }

  static Writing to(ControlTopic topic) {
    return new Writing(topic::announce, topic::outcome);
  }

  Written write(Plan plan) {
    List<Notice.ListChange> notices = plan.notices();
    long first = announce.applyAsLong(notices.get(0));
    long last = first;
    for (int written = 1; written < notices.size(); written++) {
      try {
        last = announce.applyAsLong(notices.get(written));
      } catch (UnavailableException failed) {
        throw inTheMiddle(written, plan, failed);
      }
    }
    ControlLog.Heard heard = outcome.apply(last);
    if (!heard.refused().isEmpty()) {
      throw new UnavailableException(
          "the change was refused: " + Printable.text(heard.refused().get(0).detail()));
    }
    long whole = holdsFrom(heard.books(), plan);
    long begin =
        whole == plan.holdsFrom() || notices.size() == 1
            ? whole
            : holdsFrom(outcome.apply(first).books(), plan);
    return new Written(heard.books(), begin, whole);
  }

  /** From when the last notice holds that these books know. */
  private static long holdsFrom(Books books, Plan plan) {
    return books.listHoldsFrom(plan.from(), /* now= */ 0);
  }

  private static UnavailableException inTheMiddle(
      int written, Plan plan, UnavailableException failed) {
    return new UnavailableException(
        "only "
            + written
            + " of "
            + Phrases.count(plan.notices().size(), "notice")
            + " could be written; from "
            + Json.time(plan.holdsFrom())
            + " the list has only that part of the change, until you run this again: "
            + failed.getMessage(),
        failed);
  }
}
