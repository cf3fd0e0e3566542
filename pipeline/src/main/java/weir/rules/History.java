package weir.rules;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import weir.model.Transaction;

/** A user's accepted transactions as far back as any rule can still ask for them; immutable. */
public final class History {
  private static final History EMPTY = new History(new Transaction[0], new int[0]);

  /** In {@link Transaction#ORDER}. */
  private final Transaction[] transactions;

  /**
   * Of their ids, at the same places: every arrival is looked for, and numbers side by side are
   * passed over much faster than texts scattered over the memory.
   */
  private final int[] idHashes;

  private History(Transaction[] transactions, int[] idHashes) {
    this.transactions = transactions;
    this.idHashes = idHashes;
  }

  public static History empty() {
    return EMPTY;
  }

  /** A history of these transactions, in whatever order they come. */
  public static History of(Collection<Transaction> transactions) {
    Transaction[] sorted = transactions.toArray(new Transaction[0]);
    Arrays.sort(sorted, Transaction.ORDER);
    int[] hashes = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      hashes[i] = sorted[i].id().hashCode();
    }
    return new History(sorted, hashes);
  }

  public List<Transaction> transactions() {
    return List.of(transactions);
  }

  public int size() {
    return transactions.length;
  }

  Transaction get(int index) {
    return transactions[index];
  }

  /** The transaction with this id, unless it is older than that time. */
  Optional<Transaction> find(String id, long notOlderThan) {
    int hash = id.hashCode();
    int from = firstAtOrAfter(notOlderThan);
    for (int i = transactions.length - 1; i >= from; i--) {
      if (idHashes[i] == hash && transactions[i].id().equals(id)) {
        return Optional.of(transactions[i]);
      }
    }
    return Optional.empty();
  }

  /** This history with one more, and without what is older than the retention allows. */
  History with(Transaction arrival, long retentionMillis) {
    int size = transactions.length;
    long newest = size == 0 ? arrival.time() : transactions[size - 1].time();
    long cutoff = Math.max(newest, arrival.time()) - retentionMillis;
    int from = firstAtOrAfter(cutoff);
    int place = Math.max(from, placeOf(arrival));
    Transaction[] grown = new Transaction[size - from + 1];
    System.arraycopy(transactions, from, grown, 0, place - from);
    grown[place - from] = arrival;
    System.arraycopy(transactions, place, grown, place - from + 1, size - place);
    int[] hashes = new int[grown.length];
    System.arraycopy(idHashes, from, hashes, 0, place - from);
    hashes[place - from] = arrival.id().hashCode();
    System.arraycopy(idHashes, place, hashes, place - from + 1, size - place);
    return new History(grown, hashes);
  }

  /** The index of a transaction that is in this history, or the place where it would stand. */
  int placeOf(Transaction transaction) {
    int index = Arrays.binarySearch(transactions, transaction, Transaction.ORDER);
    return index < 0 ? -index - 1 : index;
  }

  /**
   * The window by which a rule with a window of this length judges the transaction at the index.
   */
  Window window(int index, long windowMillis) {
    long time = transactions[index].time();
    long start = time - windowMillis;
    if (windowMillis == 0) {
      return new Window(transactions, index, index + 1, index, start);
    }
    return new Window(
        transactions, firstAtOrAfter(start + 1), firstAtOrAfter(time + 1), index, start);
  }

  /** The first index whose transaction is not before the time. */
  int firstAtOrAfter(long time) {
    int low = 0;
    int high = transactions.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (transactions[middle].time() < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof History that && Arrays.equals(transactions, that.transactions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(transactions);
  }

  @Override
  public String toString() {
    return "History" + Arrays.toString(transactions);
  }
}
