package weir.cli;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The word that somebody meant who wrote another. */
final class Nearest {
  private static final int LETTERS_FOR_A_SLIP = 3;

  private record Candidate(String word, int slips) {}

  private Nearest() {}

  /** The one with the fewest slips, if these are few for its length, or one that begins like it. */
  static Optional<String> to(String written, Stream<String> known) {
    String wanted = written.toLowerCase(Locale.ROOT);
    return known
        .map(word -> new Candidate(word, slips(wanted, word.toLowerCase(Locale.ROOT))))
        .filter(each -> each.slips() <= Math.max(1, wanted.length() / LETTERS_FOR_A_SLIP))
        .min(Comparator.comparingInt(Candidate::slips).thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  /** Letters that are missing, too many or others, and neighbours that changed places. */
  private static int slips(String one, String other) {
    int[][] least = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          least[i][j] = i + j;
          continue;
        }
        int replaced = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        least[i][j] =
            Math.min(
                least[i - 1][j - 1] + replaced, Math.min(least[i - 1][j], least[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
        }
      }
    }
    return least[one.length()][other.length()];
  }
}
