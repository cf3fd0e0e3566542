package weir.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The word that was probably meant by a misspelt one. */
public final class Suggestion {
  /** One letter in this many may be wrong, and always at least one. */
  private static final int LETTERS_PER_MISTAKE = 3;

  private Suggestion() {}

  /** "; did you mean 'limit'?", or nothing if no word is near, or several are as near. */
  public static String after(String written, Collection<String> words) {
    return of(written, words).map(word -> "; did you mean '" + word + "'?").orElse("");
  }

  /** The nearest word. */
  public static Optional<String> of(String written, Collection<String> words) {
    int nearest = Math.max(1, written.length() / LETTERS_PER_MISTAKE);
    List<String> found = new ArrayList<>();
    for (String word : words) {
      int mistakes = mistakes(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      if (mistakes < nearest) {
        found.clear();
      }
      if (mistakes <= nearest) {
        nearest = mistakes;
        found.add(word);
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** How many letters are missing, too many, wrong, or have changed places with the next one. */
  private static int mistakes(String one, String other) {
    int[][] least = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          least[i][j] = i + j;
          continue;
        }
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best =
            Math.min(least[i - 1][j - 1] + wrong, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        least[i][j] = swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
      }
    }
    return least[one.length()][other.length()];
  }
}
