package weir.learn;

/** Looks up places in ascending arrays, equal values among them. */
final class Sorted {
  private Sorted() {}

  /** How many entries are not greater than the value. */
  static int countUpTo(long[] ascending, long value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
