package weir.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was said of one member of a list, by the time from which it holds; immutable. */
final class Spells {
  static final Spells NONE = new Spells(List.of());

  /** In their order. Nearly always there is one. */
  private final List<Spell> sorted;

  /**
   * What holds from some time on.
   *
   * @param turn how many changes were announced before: of two from the same time the later counts
   * @param member absent if it is that there is none
   */
  record Spell(long from, int turn, @Nullable Member member) {
    boolean isBefore(Spell other) {
      return from < other.from || (from == other.from && turn < other.turn);
    }
  }

  private Spells(List<Spell> sorted) {
    this.sorted = sorted;
  }

  Spells with(Spell spell) {
    if (sorted.isEmpty()) {
      return new Spells(List.of(spell));
    }
    List<Spell> next = new ArrayList<>(sorted);
    int place = next.size();
    while (place > 0 && spell.isBefore(next.get(place - 1))) {
      place--;
    }
    next.add(place, spell);
    return new Spells(List.copyOf(next));
  }

  /** What holds at this time, or null if nothing was said for it. */
  @Nullable Spell at(long logTime) {
    for (int place = sorted.size() - 1; place >= 0; place--) {
      if (sorted.get(place).from() <= logTime) {
        return sorted.get(place);
      }
    }
    return null;
  }

  /** Collects from when those hold that do not hold yet at this time. */
  void addComing(long logTime, Set<Long> to) {
    sorted.stream().map(Spell::from).filter(from -> from > logTime).forEach(to::add);
  }
}
