package weir.notice;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.rules.TotalInWindows;

/** Which of all announced books is in force when. */
final class InForce {
  /** In the order in which they come into force; of two at once the later announced counts. */
  private final Announced[] books;

  /** From when each of them is in force. */
  private final long[] from;

  /** What was asked last: nearly always it is asked again. */
  private volatile @Nullable TotalsOfBooks lastTotals;

  /** The totals of the books from one place to another. */
  private record TotalsOfBooks(int first, int last, List<TotalInWindows> totals) {}

  private InForce(Announced[] books) {
    this.books = books;
    this.from = Arrays.stream(books).mapToLong(Announced::inForceFrom).toArray();
  }

  /** Of books in the order of their numbers. */
  static InForce of(List<Announced> all) {
    return new InForce(
        all.stream()
            .filter(each -> !each.cancelled())
            .sorted(Comparator.comparingLong(Announced::inForceFrom)) // is stable
            .toArray(Announced[]::new));
  }

  Announced at(long logTime) {
    return books[placeAt(logTime)];
  }

  /** The last of those that are in force by then; the first reaches back to the beginning. */
  private int placeAt(long logTime) {
    int low = 0;
    int high = from.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (from[middle] <= logTime) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The totals of all that are in force at any of these times. */
  Collection<TotalInWindows> totals(long from, long to) {
    int first = placeAt(from);
    int last = placeAt(to);
    if (first == last) {
      return books[last].book().totals();
    }
    TotalsOfBooks known = lastTotals;
    if (known == null || known.first() != first || known.last() != last) {
      known = new TotalsOfBooks(first, last, totalsOf(first, last));
      lastTotals = known;
    }
    return known.totals();
  }

  private List<TotalInWindows> totalsOf(int first, int last) {
    // A version is one and the same object in all books.
    Set<TotalInWindows> totals = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int place = first; place <= last; place++) {
      totals.addAll(books[place].book().totals());
    }
    return List.copyOf(totals);
  }
}
