package weir.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import weir.model.Alert;
import weir.model.FiredRule;
import weir.notice.NumberedBook;

/** The rules that fired and flag a transaction, in the order of their book. */
final class Fired {
  private final NumberedBook book;
  private final List<Integer> places;

  Fired(NumberedBook book) {
    this(book, List.of());
  }

  /** What fired at earlier keys, and more. */
  Fired(NumberedBook book, List<Integer> places) {
    this.book = book;
    this.places = new ArrayList<>(places);
  }

  /** A rule that fired; in other modes it flags nothing. */
  void add(int place, Alert.Mode mode) {
    if (mode == Alert.Mode.LIVE) {
      int found = Collections.binarySearch(places, place);
      places.add(-found - 1, place);
    }
  }

  List<Integer> places() {
    return places;
  }

  List<FiredRule> rules() {
    return places.stream().map(place -> book.keyedRules().get(place).header().fired()).toList();
  }
}
