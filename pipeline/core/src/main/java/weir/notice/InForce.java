package weir.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import weir.feature.Feature;
import weir.filter.LogSpan;
import weir.keys.KeyPlan;
import weir.keys.Keys;
import weir.rules.TotalInWindows;

/** Which of all announced books is in force when, and what it asks for at each key. */
final class InForce {
  /** In the order in which they come into force; of two at once the later announced counts. */
  private final Announced[] books;

  /** From when each of them is in force. */
  private final long[] from;

  /** What was asked last: nearly always it is asked again. */
  private volatile @Nullable TotalsOfBooks lastTotals;

  /** The totals of the books from one place to another. */
  private record TotalsOfBooks(int first, int last, List<TotalInWindows> totals) {}

  /** What each of them asks for at other keys than the user, as soon as it was asked for. */
  private final AtomicReferenceArray<@Nullable KeyPlan> plans;

  /** By key; asked about every transaction. */
  private volatile long @Nullable [] unfoldedMillis;

  private InForce(Announced[] books) {
    this.books = books;
    this.plans = new AtomicReferenceArray<>(books.length);
    this.from = Arrays.stream(books).mapToLong(Announced::inForceFrom).toArray();
  }

  /** Of books in the order of their numbers. */
  static InForce of(List<Announced> all) {
    List<Announced> sorted =
        all.stream()
            .filter(each -> !each.cancelled())
            .sorted(Comparator.comparingLong(Announced::inForceFrom)) // is stable
            .toList();
    List<Announced> ever = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      // Where the next one comes into force at the same time, this one never is.
      if (i + 1 == sorted.size() || sorted.get(i + 1).inForceFrom() > sorted.get(i).inForceFrom()) {
        ever.add(sorted.get(i));
      }
    }
    return new InForce(ever.toArray(Announced[]::new));
  }

  /** What the book that is in force then asks for at other keys than the user. */
  KeyPlan planAt(Keys keys, long logTime) {
    return plan(keys, placeAt(logTime));
  }

  /** The plans of all that are in force at this time or later. */
  List<KeyPlan> plansFrom(Keys keys, long logTime) {
    List<KeyPlan> all = new ArrayList<>();
    for (int place = placeAt(logTime); place < books.length; place++) {
      all.add(plan(keys, place));
    }
    return all;
  }

  /** How far back others must be there one by one, at a key, for any of them. */
  long unfoldedMillis(Keys keys, int key) {
    long[] known = unfoldedMillis;
    if (known == null) {
      known = new long[keys.size()];
      for (KeyPlan each : plansFrom(keys, Long.MIN_VALUE)) {
        for (int i = 0; i < known.length; i++) {
          known[i] = Math.max(known[i], each.unfoldedMillis(i));
        }
      }
      unfoldedMillis = known;
    }
    return known[key];
  }

  private KeyPlan plan(Keys keys, int place) {
    KeyPlan known = plans.get(place);
    if (known == null) {
      known = KeyPlan.of(keys, books[place].book().keyedRules(), feature -> since(place, feature));
      plans.set(place, known);
    }
    return known;
  }

  /** Since when the books up to the one at the place look at what a feature looks at. */
  private LogSpan since(int place, Feature feature) {
    int first = place;
    while (first > 0 && books[first - 1].book().looksAt(feature)) {
      first--;
    }
    return new LogSpan(from[first]);
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
