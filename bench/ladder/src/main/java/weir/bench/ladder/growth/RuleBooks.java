package weir.bench.ladder.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  private static final int FEATURES_OF_A_RULE = 5;

  /** So great is no figure of a feature. */
  private static final int NEVER = 1_000_000_000;

  /** In the order in which they are added. */
  private static final SortedMap<String, String> KEYS =
      new TreeMap<>(
          Map.of(
              "a_shop", "merchantId",
              "b_device", "deviceId",
              "c_person_at_shop", "[userId, merchantId]",
              "d_town", "[country, city]"));

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

  /** The book of users and so many features of users, shops and devices, in rules of five each. */
  static String withFeatures(int many) {
    List<String> keys = List.of("", ", by: merchant", ", by: device");
    List<String> functions =
        List.of(
            "count: transactions", "sum: amount", "mean: amount", "max: amount", "distinct: city");
    StringBuilder features = new StringBuilder();
    StringBuilder rules = new StringBuilder();
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      features.append(
          "  f%d: {%s, window: %d min%s}\n"
              .formatted(
                  i, functions.get(i % functions.size()), 10 + i, keys.get(i % keys.size())));
      asked.add("f" + i + (asked.isEmpty() ? " > " + NEVER : " >= 0"));
      if (asked.size() == FEATURES_OF_A_RULE || i + 1 == many) {
        rules.append(expression("features-" + i, String.join(" && ", asked)));
        asked.clear();
      }
    }
    return with("{merchant: merchantId, device: deviceId}", features, rules);
  }

  /** The book of users and a rule for each of so many keys. */
  static String withKeys(int many) {
    StringBuilder features = new StringBuilder();
    StringBuilder rules = new StringBuilder();
    for (String key : KEYS.keySet().stream().limit(many).toList()) {
      features.append("  at_%s: {count: transactions, by: %s, window: 1 h}\n".formatted(key, key));
      rules.append(expression("busy-" + key.replace("_", "-"), "at_" + key + " > " + NEVER));
    }
    String keys =
        KEYS.entrySet().stream()
            .limit(many)
            .map(each -> each.getKey() + ": " + each.getValue())
            .collect(Collectors.joining(", ", "{", "}"));
    return with(keys, features, rules);
  }

  /** The book of users and a rule about what is paid at a shop and by how many, in this time. */
  static String ofShops(long windowMillis) {
    String window = Durations.print(windowMillis);
    return with(
        "{merchant: merchantId}",
        "  users_at_shop: {distinct: userId, by: merchant, window: %s}\n".formatted(window)
            + "  paid_at_shop: {sum: amount, by: merchant, window: %s}\n".formatted(window),
        expression("busy-shop", "users_at_shop > %d || paid_at_shop > %d".formatted(NEVER, NEVER)));
  }

  private static String expression(String id, String when) {
    return "\n  - id: %s\n    version: 1\n    severity: low\n    when: %s\n    reason: too much\n"
        .formatted(id, when);
  }

  private static String with(String keys, CharSequence features, CharSequence rules) {
    return usual()
            .replace(
                "\nrules:",
                "\nhorizon: 1 d\nkeys: " + keys + "\nfeatures:\n" + features + "\nrules:")
        + rules;
  }
}
