package weir.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.notice.Spells.Spell;

/**
 * A list as it was, is and will be; immutable. It is kept on shelves by the hash of the ids, so
 * that a change copies the shelves that it touches, and not a hundred thousand members.
 */
final class NamedList {
  private static final int SHELVES = 1024;

  static final NamedList EMPTY = new NamedList(new ArrayList<>(), Spells.NONE);

  /** Empty if there never was a member. */
  private final List<Map<String, Spells>> shelves;

  /** When everything was taken out. */
  private final Spells clearings;

  private NamedList(List<Map<String, Spells>> shelves, Spells clearings) {
    this.shelves = shelves;
    this.clearings = clearings;
  }

  /**
   * The list with one change more.
   *
   * @param from the log time from which it holds
   * @param turn how many changes there were before it: of two from the same time the later counts
   */
  NamedList with(Notice.ListChange change, long from, int turn) {
    List<Map<String, Spells>> next = new ArrayList<>(shelves);
    while (next.size() < SHELVES) {
      next.add(Map.of());
    }
    boolean[] isCopy = new boolean[SHELVES];
    change.add().forEach(each -> put(next, isCopy, each.id(), new Spell(from, turn, each)));
    change.remove().forEach(id -> put(next, isCopy, id, new Spell(from, turn, null)));
    return new NamedList(
        next, change.clear() ? clearings.with(new Spell(from, turn, null)) : clearings);
  }

  private static void put(
      List<Map<String, Spells>> shelves, boolean[] isCopy, String id, Spell spell) {
    int place = place(id);
    if (!isCopy[place]) {
      shelves.set(place, new HashMap<>(shelves.get(place)));
      isCopy[place] = true;
    }
    shelves
        .get(place)
        .compute(id, (key, spells) -> (spells == null ? Spells.NONE : spells).with(spell));
  }

  /** Ids that differ in their ends lie next to each other, so their hashes are spread. */
  private static int place(String id) {
    return (id.hashCode() * 0x9E3779B9) >>> 22;
  }

  /** The member with this id when something reached the log, or null. */
  @Nullable Member at(String id, long logTime) {
    if (shelves.isEmpty()) {
      return null;
    }
    Spells spells = shelves.get(place(id)).get(id);
    return spells == null ? null : standing(spells, logTime);
  }

  private @Nullable Member standing(Spells spells, long logTime) {
    Spell last = spells.at(logTime);
    Member member = last == null ? null : last.member();
    if (last == null || member == null || !member.isThereAt(logTime)) {
      return null;
    }
    Spell cleared = clearings.at(logTime);
    return cleared != null && last.isBefore(cleared) ? null : member;
  }

  /** All members at this time, in no order. */
  Collection<Member> allAt(long logTime) {
    List<Member> all = new ArrayList<>();
    for (Map<String, Spells> shelf : shelves) {
      for (Spells spells : shelf.values()) {
        Member member = standing(spells, logTime);
        if (member != null) {
          all.add(member);
        }
      }
    }
    return all;
  }

  /** From when changes hold that do not hold yet at this time. */
  NavigableSet<Long> comingAfter(long logTime) {
    NavigableSet<Long> coming = new TreeSet<>();
    clearings.addComing(logTime, coming);
    shelves.forEach(shelf -> shelf.values().forEach(spells -> spells.addComing(logTime, coming)));
    return coming;
  }
}
