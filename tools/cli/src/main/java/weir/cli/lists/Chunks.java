package weir.cli.lists;

import java.util.ArrayList;
import java.util.List;
import weir.notice.Member;
import weir.notice.Notice;
import weir.notice.NoticeJson;

/** Splits a change of a list into notices that are small enough. */
final class Chunks {
  /** The limit less a reserve. */
  static final int MOST_BYTES = NoticeJson.MOST_BYTES - 100_000;

  private Chunks() {}

  /** Together and in this order they say the same. */
  static List<Notice.ListChange> of(Notice.ListChange whole) {
    List<Notice.ListChange> chunks = new ArrayList<>();
    split(whole, chunks);
    return chunks;
  }

  private static void split(Notice.ListChange whole, List<Notice.ListChange> to) {
    List<Member> add = whole.add();
    List<String> remove = whole.remove();
    boolean single = add.size() + remove.size() < 2;
    if (single || NoticeJson.write(whole).length <= MOST_BYTES) {
      to.add(whole);
      return;
    }
    // Rounded to different sides, so that each half has something.
    int added = (add.size() + 1) / 2;
    int removed = remove.size() / 2;
    split(part(whole, whole.clear(), add.subList(0, added), remove.subList(0, removed)), to);
    split(
        part(
            whole,
            /* clear= */ false,
            add.subList(added, add.size()),
            remove.subList(removed, remove.size())),
        to);
  }

  private static Notice.ListChange part(
      Notice.ListChange whole, boolean clear, List<Member> add, List<String> remove) {
    return new Notice.ListChange(
        whole.author(), whole.comment(), whole.from(), whole.list(), clear, add, remove);
  }

  /** The same notices, all of which are to hold from one time. */
  static List<Notice.ListChange> from(long time, List<Notice.ListChange> chunks) {
    return chunks.stream()
        .map(
            each ->
                new Notice.ListChange(
                    each.author(),
                    each.comment(),
                    time,
                    each.list(),
                    each.clear(),
                    each.add(),
                    each.remove()))
        .toList();
  }
}
