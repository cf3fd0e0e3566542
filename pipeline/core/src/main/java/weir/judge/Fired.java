package weir.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Alert;
import weir.model.Dossier;
import weir.model.FiredRule;
import weir.notice.NumberedBook;

/** The rules that fired and flag a transaction, in the order of their book, and its score. */
final class Fired {
  private final NumberedBook book;
  private final List<Integer> places;
  private @Nullable Integer score;

  Fired(NumberedBook book) {
    this(book, List.of(), /* score= */ null);
  }

  /** What fired at earlier keys, and more. */
  static Fired before(NumberedBook book, Dossier dossier) {
    return new Fired(book, dossier.fired(), dossier.score());
  }

  private Fired(NumberedBook book, List<Integer> places, @Nullable Integer score) {
    this.book = book;
    this.places = new ArrayList<>(places);
    this.score = score;
  }

  /** Takes the score that the rule at a place gives, if that is the one that counts. */
  void score(int place, @Nullable Integer given) {
    if (isScoredBy(place)) {
      score = given;
    }
  }

  boolean isScoredBy(int place) {
    return book.isScoring(place);
  }

  @Nullable Integer score() {
    return score;
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
