package weir.cli.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;
import weir.notice.Member;
import weir.notice.Notice;

/**
 * A change of a list, as it is shown before it is announced.
 *
 * @param notices none if nothing changes
 * @param holdsFrom when all of them would hold
 * @param members how many the list has then
 */
record Plan(List<Notice.ListChange> notices, long holdsFrom, Difference difference, int members) {
  /** How far ahead several notices begin: they are written one after another. */
  private static final long MARGIN_MILLIS = 10_000;

  private static final long MILLIS_PER_NOTICE = 1000;

  /**
   * Looks at a change; throws if it cannot be.
   *
   * @param whole all of it as one notice, however large
   * @param now epoch milliseconds
   */
  static Plan of(Books books, Notice.ListChange whole, long now) {
    String list = whole.list();
    long holds = books.listHoldsFrom(whole.from(), now);
    Wish needed =
        new Wish(whole.clear(), whole.add(), whole.remove()).without(books.lists(), list, holds);
    List<Notice.ListChange> notices =
        needed.isNothing()
            ? List.of()
            : Chunks.of(
                new Notice.ListChange(
                    whole.author(),
                    whole.comment(),
                    whole.from(),
                    list,
                    needed.clear(),
                    needed.add(),
                    needed.remove()));
    if (notices.size() > 1) {
      holds = Math.max(holds, together(books, notices.size(), now));
      notices = Chunks.from(holds, notices);
    }
    List<Member> after = after(books, notices, now).lists().members(list, holds);
    Difference difference = Difference.between(books.lists().members(list, holds), after);
    return new Plan(difference.isNone() ? List.of() : notices, holds, difference, after.size());
  }

  private static long together(Books books, int notices, long now) {
    return books.listHoldsFrom(null, now) + MARGIN_MILLIS + notices * MILLIS_PER_NOTICE;
  }

  private static Books after(Books books, List<Notice.ListChange> notices, long now) {
    Books next = books;
    for (Notice.ListChange notice : notices) {
      try {
        next = next.with(notice, now);
      } catch (IllegalNoticeException wrong) {
        throw new MisuseException(String.valueOf(wrong.getMessage()), wrong);
      }
    }
    return next;
  }

  boolean isNothing() {
    return notices.isEmpty();
  }

  /** From when the notices are to hold; absent if as soon as may be. */
  @Nullable Long from() {
    return notices.get(0).from();
  }
}
