package weir.bench.ladder.growth;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import weir.book.RuleBookReader;
import weir.files.Durations;

/** Rule books like that of users, but larger or with a longer memory. */
final class RuleBooks {
  private static final String RULE = "\n  - id: ";
  private static final String TOTAL = "kind: total-in-windows";
  private static final Pattern LIMIT =
      Pattern.compile("(limit|moreThan|atLeast|overKmh|amountAtMost): (\\d+)(?=\\n|$)");
  private static final String LONGEST = "window: 6 h";
  private static final String SECOND_LONGEST = "window: 1 h";
  private static final long SECOND_LONGEST_MILLIS = 3_600_000;

  private RuleBooks() {}

  /** The text of the book of users. */
  static String usual() {
    return RuleBookReader.textOfUsers();
  }

  /**
   * A book of this many rules: those of the book of users, and then copies of its keyed rules with
   * other ids and higher limits. Each total is a branch of the pipeline, and one is enough.
   */
  static String ofSize(int size) {
    String usual = usual();
    int begin = usual.indexOf(RULE);
    List<String> rules = List.of(usual.substring(begin + RULE.length()).split(RULE, -1));
    List<String> keyed = rules.stream().filter(rule -> !rule.contains(TOTAL)).toList();
    StringBuilder book = new StringBuilder(usual.substring(0, begin));
    IntStream.range(0, Math.min(size, rules.size())).forEach(i -> add(book, rules.get(i)));
    IntStream.range(0, Math.max(0, size - rules.size()))
        .forEach(i -> add(book, copy(keyed.get(i % keyed.size()), 1 + i / keyed.size())));
    return book.append('\n').toString();
  }

  private static void add(StringBuilder book, String rule) {
    book.append(RULE).append(rule.stripTrailing());
  }

  private static String copy(String rule, int number) {
    String renamed = rule.replaceFirst("\n", "-" + number + "\n");
    Matcher limit = LIMIT.matcher(renamed);
    return limit.replaceAll(
        found -> found.group(1) + ": " + (Long.parseLong(found.group(2)) * (10 + number) / 10 + 1));
  }

  /** The book of users with its longest window changed to this length and no window longer. */
  static String withWindow(long millis) {
    String longest = "window: " + Durations.print(millis);
    String second = millis < SECOND_LONGEST_MILLIS ? longest : SECOND_LONGEST;
    return usual().replace(SECOND_LONGEST, second).replace(LONGEST, longest);
  }
}
