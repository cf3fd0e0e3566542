package weir.bench.jmh;

import java.util.List;
import java.util.stream.Stream;

/**
 * Many values of a kind, over and over, so that the processor does not learn one of them by heart.
 */
final class Ring<T> {
  private static final int SIZE = 1024;

  private final List<T> items;
  private int next;

  Ring(Stream<T> source) {
    items = source.limit(SIZE).toList();
  }

  T next() {
    T item = items.get(next);
    next = (next + 1) % SIZE;
    return item;
  }
}
