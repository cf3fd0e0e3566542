package weir.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import weir.book.Key;
import weir.book.RuleBook;
import weir.feature.Feature;
import weir.feature.FeatureWindow;
import weir.feature.Function;
import weir.feature.Where;
import weir.model.Transaction;
import weir.rules.AskingRule;
import weir.rules.KeyedRule;

/**
 * A second implementation of keys: which transactions a rule or a feature of a key counts. Each
 * question goes through all transactions there are, and through all books that are ever in force.
 */
final class NaiveKeys {
  private final List<Key> keys;
  private final List<NaiveBooks.Period> periods;
  private final long skewMillis;
  private final NaiveLabels labels;
  private final List<NaiveFeatures.Heard> all;
  private final IdentityHashMap<Transaction, Map<String, List<String>>> values =
      new IdentityHashMap<>();

  /** All that have a value of a key, by key and value. */
  private final Map<String, Map<List<String>, List<NaiveFeatures.Heard>>> byValue = new HashMap<>();

  /** The same of labels. */
  private final Map<String, Map<List<String>, List<NaiveLabels.Said>>> labelsByValue =
      new HashMap<>();

  private final Map<List<Object>, Boolean> kept = new HashMap<>();
  private final Map<List<Object>, Boolean> lookedAt = new HashMap<>();

  /**
   * The keys of these books.
   *
   * @param all that was accepted, of all users
   * @param labels all that there are
   */
  NaiveKeys(NaiveBooks books, List<NaiveFeatures.Heard> all, NaiveLabels labels) {
    this.labels = labels;
    this.keys = new ArrayList<>(books.first().charter().keys());
    if (books.first().charter().labels()) {
      keys.add(new Key("user", List.of("userId")));
    }
    this.skewMillis = books.first().charter().allowedClockSkewMillis();
    this.periods = books.periods();
    this.all = all;
  }

  /** What a transaction has of a key; nothing if it lacks a field of it. */
  private @Nullable List<String> value(String key, NaiveFeatures.Heard of) {
    return values.computeIfAbsent(of.transaction(), this::values).get(key);
  }

  private Map<String, List<String>> values(Transaction tx) {
    Map<String, String> texts = NaiveFields.texts(tx);
    Map<String, List<String>> found = new HashMap<>();
    for (Key each : keys) {
      if (texts.keySet().containsAll(each.fields())) {
        found.put(each.name(), each.fields().stream().map(texts::get).toList());
      }
    }
    return found;
  }

  boolean has(String key, NaiveFeatures.Heard of) {
    return value(key, of) != null;
  }

  /** All keys at which a rule looks. */
  static Set<String> of(KeyedRule rule) {
    Set<String> keys = new HashSet<>();
    if (rule.header().by() != null) {
      keys.add(rule.header().by());
    }
    features(rule).forEach(each -> keys.add(String.valueOf(each.by())));
    return keys;
  }

  /** Whether any rule of a book looks at a key; each is asked once. */
  private boolean looksAt(RuleBook book, String key) {
    return lookedAt.computeIfAbsent(
        List.of(System.identityHashCode(book), key),
        any -> book.keyedRules().stream().anyMatch(rule -> of(rule).contains(key)));
  }

  /**
   * The keys at which a rule looks and of which the transaction has a value, with it, as JSON;
   * nothing if there is none.
   */
  @Nullable String said(KeyedRule rule, NaiveFeatures.Heard subject) {
    SortedMap<String, String> said = new TreeMap<>();
    for (String key : of(rule)) {
      List<String> value = value(key, subject);
      if (value != null) {
        said.put(key, String.join(" + ", value));
      }
    }
    return said.isEmpty() ? null : NaiveJson.of(said);
  }

  /** What a rule with a key counts. */
  List<NaiveFeatures.Heard> around(KeyedRule rule, NaiveFeatures.Heard subject) {
    return counted(String.valueOf(rule.header().by()), subject, book -> keeps(book, window(rule)));
  }

  /** What a feature of a key counts, whatever its condition. */
  List<NaiveFeatures.Heard> around(Feature feature, NaiveFeatures.Heard subject) {
    return counted(String.valueOf(feature.by()), subject, book -> keeps(book, feature));
  }

  /** The labels that a feature of a transaction rests on. */
  List<NaiveLabels.Said> labels(Feature feature, NaiveFeatures.Heard subject) {
    String key = String.valueOf(feature.by());
    List<String> value = value(key, subject);
    if (value == null || !feature.function().isOfLabels()) {
      return List.of();
    }
    long from = from(subject.logTime(), book -> keeps(book, feature));
    return labelsByValue
        .computeIfAbsent(key, this::labelsByValue)
        .getOrDefault(value, List.of())
        .stream()
        .filter(each -> from <= each.position().time())
        .filter(each -> each.position().time() <= subject.logTime())
        .filter(
            each -> NaiveFeatures.isInside(feature.window(), subject.transaction(), each.time()))
        .toList();
  }

  /** A label that lacks a field of the key is of no value. */
  private Map<List<String>, List<NaiveLabels.Said>> labelsByValue(String key) {
    List<String> fields =
        keys.stream().filter(each -> each.name().equals(key)).findFirst().orElseThrow().fields();
    Map<List<String>, List<NaiveLabels.Said>> found = new HashMap<>();
    for (NaiveLabels.Said each : labels.all()) {
      if (each.texts().keySet().containsAll(fields)) {
        List<String> value = fields.stream().map(each.texts()::get).toList();
        found.computeIfAbsent(value, any -> new ArrayList<>()).add(each);
      }
    }
    return found;
  }

  /** What is of the same key as the subject, and reached the log in that time. */
  private List<NaiveFeatures.Heard> counted(
      String key, NaiveFeatures.Heard subject, Predicate<RuleBook> has) {
    List<String> value = value(key, subject);
    if (value == null) {
      return List.of();
    }
    long from = from(subject.logTime(), has);
    return ofValue(key, value).stream()
        .filter(each -> from <= each.logTime() && comesTo(key, each.logTime()))
        .toList();
  }

  /** All that have this value of a key. */
  private List<NaiveFeatures.Heard> ofValue(String key, List<String> value) {
    return byValue.computeIfAbsent(key, this::byValue).getOrDefault(value, List.of());
  }

  private Map<List<String>, List<NaiveFeatures.Heard>> byValue(String key) {
    Map<List<String>, List<NaiveFeatures.Heard>> found = new HashMap<>();
    for (NaiveFeatures.Heard each : all) {
      List<String> value = value(key, each);
      if (value != null) {
        found.computeIfAbsent(value, any -> new ArrayList<>()).add(each);
      }
    }
    return found;
  }

  /** Since when all books have had something, up to the one that is in force at this time. */
  private long from(long logTime, Predicate<RuleBook> has) {
    long from = Long.MIN_VALUE;
    boolean hadIt = true;
    for (NaiveBooks.Period each : periods) {
      if (each.from() <= logTime) {
        boolean hasIt = has.test(each.book().rules());
        from = hasIt && !hadIt ? each.from() : from;
        hadIt = hasIt;
      }
    }
    return from;
  }

  /** Whether a rule looks at a key of the book that is in force at this time. */
  private boolean comesTo(String key, long logTime) {
    boolean comes = false;
    for (NaiveBooks.Period each : periods) {
      if (each.from() <= logTime) {
        comes = looksAt(each.book().rules(), key);
      }
    }
    return comes;
  }

  /** Whether a book keeps at a key what a feature there looks at; each is asked once. */
  private boolean keeps(RuleBook book, Feature feature) {
    return kept.computeIfAbsent(
        List.of(System.identityHashCode(book), feature), any -> looksAs(book, feature));
  }

  private static boolean looksAs(RuleBook book, Feature feature) {
    return book.keyedRules().stream()
        .flatMap(rule -> looks(rule).stream())
        .anyMatch(
            each ->
                String.valueOf(each.by()).equals(feature.by())
                    && each.function().isOfLabels() == feature.function().isOfLabels()
                    && length(each) >= length(feature)
                    && (feature.window().edgeMillis() == 0
                        ? each.window().edgeMillis() == 0
                        : measure(each).equals(measure(feature))));
  }

  private static long length(Feature feature) {
    return feature.window().windowMillis() + feature.window().delayMillis();
  }

  /** What is summed up between edges. */
  private static List<Object> measure(Feature feature) {
    String what =
        switch (feature.function()) {
          case SUM, MEAN, MIN, MAX, STDDEV -> "numbers";
          case FIRST, LAST, GAP -> "ends";
          case DISTINCT -> feature.window().delayMillis() > 0 ? "texts" : "texts seen last";
          case COUNT, FRAUDS, SHARE -> "count";
        };
    String of = feature.operand() == null ? "" : feature.operand().name();
    return List.of(what, of, feature.window().edgeMillis(), feature.where().text());
  }

  /** What a rule looks at, at keys: a rule that is no expression counts what is in its window. */
  private static List<Feature> looks(KeyedRule rule) {
    return rule.header().by() == null ? features(rule) : List.of(window(rule));
  }

  private static Feature window(KeyedRule rule) {
    FeatureWindow window = new FeatureWindow(rule.windowMillis(), 0, 0);
    return new Feature(
        "window", Function.COUNT, null, rule.header().by(), window, false, Where.ALL);
  }

  /** Whether a rule knows all of what it looks at. */
  boolean isWarm(KeyedRule rule, NaiveFeatures.Heard subject) {
    for (Feature each : looks(rule)) {
      if (has(String.valueOf(each.by()), subject)) {
        long from = from(subject.logTime(), book -> keeps(book, each));
        long start = NaiveFeatures.start(each.window(), subject.transaction());
        if (from != Long.MIN_VALUE && start - skewMillis < from) {
          return false;
        }
      }
    }
    return true;
  }

  /** The features of a key for which a rule asks. */
  private static List<Feature> features(KeyedRule rule) {
    return rule instanceof AskingRule asking
        ? asking.features().stream().filter(each -> each.by() != null).toList()
        : List.of();
  }

  /** How many transactions a verdict has seen at the keys, in all different windows together. */
  long seen(RuleBook book, NaiveFeatures.Heard subject) {
    Set<List<Object>> windows = new HashSet<>();
    Set<List<Object>> ofLabels = new HashSet<>();
    long seen = 0;
    for (KeyedRule rule : book.keyedRules()) {
      for (Feature each : looks(rule)) {
        if (each.function().isOfLabels()
            && ofLabels.add(
                List.of(
                    String.valueOf(each.by()),
                    each.window(),
                    from(subject.logTime(), one -> keeps(one, each))))) {
          seen += labels(each, subject).size();
        }
        String key = String.valueOf(each.by());
        long from = from(subject.logTime(), one -> keeps(one, each));
        if (windows.add(List.of(key, length(each), each.window().edgeMillis(), from))) {
          seen += NaiveFeatures.seen(each.window(), subject.transaction(), around(each, subject));
        }
      }
    }
    return seen;
  }

  /** How far back any feature of a rule looks. */
  static long reach(AskingRule rule) {
    long reach = 0;
    for (Feature each : rule.features()) {
      FeatureWindow window = each.window();
      reach = Math.max(reach, window.delayMillis() + window.windowMillis() + window.edgeMillis());
    }
    return reach;
  }
}
