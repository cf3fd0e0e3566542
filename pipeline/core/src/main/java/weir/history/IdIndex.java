package weir.history;

/**
 * Finds an id in a long ledger: an open hash table of places. It may know more places than a
 * stretch has, because other stretches share the ledger.
 */
final class IdIndex {
  /** The place plus one; zero is a free slot. */
  private final int[] slots;

  private int indexed;

  /** An index for a ledger with so much room. */
  IdIndex(int room) {
    // At most half of the slots are taken.
    slots = new int[Integer.highestOneBit(Math.max(1, room)) * 4];
  }

  /** Adds the entries before that place. */
  void extend(Ledger ledger, int to) {
    for (; indexed < to; indexed++) {
      int slot = slotOf(ledger.idHash(indexed));
      while (slots[slot] != 0) {
        slot = next(slot);
      }
      slots[slot] = indexed + 1;
    }
  }

  int find(Ledger ledger, int from, int to, String id, int hash) {
    for (int slot = slotOf(hash); slots[slot] != 0; slot = next(slot)) {
      int place = slots[slot] - 1;
      if (place >= from && place < to && ledger.isId(place, id, hash)) {
        return place;
      }
    }
    return -1;
  }

  /**
   * Spreads the hashes: those of similar texts are close together, which would make searches long.
   */
  private int slotOf(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ mixed >>> 16) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }
}
