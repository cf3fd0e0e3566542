package weir.backtest.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition with names such as {@code impossible-travel.added}, which expressions cannot say: in
 * their place stand words that they can. A hyphen belongs to a name if a dot follows, so a minus
 * before a name has a space behind it.
 */
final class Dotted {
  /** Quotes and plain words are passed over as a whole. */
  private static final Pattern PIECE =
      Pattern.compile(
          "\"[^\"]*\"|'[^']*'"
              + "|(?<name>[A-Za-z0-9_][A-Za-z0-9_-]*(?:\\.[A-Za-z][A-Za-z0-9]*)+)"
              + "|[A-Za-z0-9_]+");

  private final String written;
  private final String prefix;
  private final StringBuilder plain = new StringBuilder();
  private final List<Use> uses = new ArrayList<>();
  private final Map<String, String> words = new HashMap<>();

  /** Where a piece of the plain text begins, and where it began in what was written. */
  private final NavigableMap<Integer, Integer> places = new TreeMap<>();

  private Dotted(String written) {
    this.written = written;
    String free = "figure";
    while (written.contains(free)) {
      free += "_";
    }
    this.prefix = free;
  }

  /**
   * A name.
   *
   * @param at where it stands in what was written
   * @param word what stands in its place
   */
  record Use(String name, int at, String word) {}

  static Dotted of(String written) {
    Dotted dotted = new Dotted(written);
    dotted.replace();
    return dotted;
  }

  private void replace() {
    Matcher piece = PIECE.matcher(written);
    int done = 0;
    while (piece.find()) {
      String name = piece.group("name");
      if (name != null) {
        copy(done, piece.start());
        places.put(plain.length(), piece.start());
        String word = words.computeIfAbsent(name, any -> prefix + words.size());
        uses.add(new Use(name, piece.start(), word));
        plain.append(word);
        done = piece.end();
      }
    }
    copy(done, written.length());
  }

  private void copy(int from, int to) {
    places.put(plain.length(), from);
    plain.append(written, from, to);
  }

  /** The condition with words in place of names. */
  String plain() {
    return plain.toString();
  }

  /** Each name as often as it stands there, in order. */
  List<Use> uses() {
    return List.copyOf(uses);
  }

  /** The place in what was written that is this one in the plain text. */
  int placeOf(int offset) {
    Map.Entry<Integer, Integer> piece = places.floorEntry(offset);
    return piece == null ? offset : piece.getValue() + offset - piece.getKey();
  }

  /** A sentence with names in place of words. */
  String inNames(String sentence) {
    Map<String, String> names = new HashMap<>();
    words.forEach((name, word) -> names.put(word, name));
    return Pattern.compile(Pattern.quote(prefix) + "\\d+")
        .matcher(sentence)
        .replaceAll(
            found -> Matcher.quoteReplacement(names.getOrDefault(found.group(), found.group())));
  }
}
