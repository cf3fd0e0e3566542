package weir.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.book.Charter;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.failure.MisuseException;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.model.Times;
import weir.rules.Rule;
import weir.rules.TotalInWindows;

/**
 * All books that were announced up to some record of the control topic, and which of them is in
 * force when: a pure function of those records; immutable.
 */
public final class Books {
  private static final Books NONE = new Books(List.of(), Map.of(), Long.MIN_VALUE);

  /** In the order of their numbers. */
  private final List<Announced> all;

  /** Those that come into force, in the order in which they do; of two at once the later counts. */
  private final Announced[] inForce;

  /** Each version of each rule there ever was: it means the same in every book. */
  private final Map<String, Rule> rules;

  /** When the last notice was announced, as the notices before it allow. */
  private final long latest;

  private final long longestWindowMillis;

  private Books(List<Announced> all, Map<String, Rule> rules, long latest) {
    this.all = all;
    this.rules = rules;
    this.latest = latest;
    this.inForce =
        all.stream()
            .filter(each -> !each.cancelled())
            .sorted(Comparator.comparingLong(Announced::inForceFrom)) // is stable
            .toArray(Announced[]::new);
    this.longestWindowMillis =
        all.stream()
            .flatMap(each -> each.book().keyedRules().stream())
            .mapToLong(rule -> rule.windowMillis())
            .max()
            .orElse(0);
  }

  /** Before anything was announced. */
  public static Books none() {
    return NONE;
  }

  /** The only one, which is the first. */
  static Books always(RuleBook book, String text) {
    Announced only =
        new Announced(
            new NumberedBook(1, book),
            Long.MIN_VALUE,
            Announced.FROM_THE_BEGINNING,
            "",
            "",
            text,
            /* cancelled= */ false);
    Map<String, Rule> rules = new HashMap<>();
    book.rules().forEach(rule -> rules.put(versionOf(rule), rule));
    return new Books(List.of(only), rules, Long.MIN_VALUE);
  }

  /**
   * What a further record of the control topic makes of them.
   *
   * @throws IllegalNoticeException if it is not a notice that can be: then they stay as they are
   */
  public Books with(LogRecord record) throws IllegalNoticeException {
    Payload value = record.value();
    if (value == null) {
      throw new IllegalNoticeException("the record has no value");
    }
    return withRead(NoticeJson.parse(value.bytes()), record.position().time());
  }

  /**
   * What a notice would make of them once it is written.
   *
   * @param time when it is announced, in epoch milliseconds of the log
   */
  public Books with(Notice notice, long time) throws IllegalNoticeException {
    return withRead(NoticeJson.parse(NoticeJson.write(notice)), time);
  }

  private Books withRead(Notice notice, long time) throws IllegalNoticeException {
    if (!Times.isUsable(time)) {
      throw new IllegalNoticeException("the log time " + time + " is not " + Times.BOUNDS);
    }
    // Kafka's times may fall when another broker takes over; a notice is never before another.
    long at = Math.max(time, latest);
    Announced[] said = new Announced[1];
    int[] cancelled = new int[1];
    String wrong =
        notice.match(
            book -> {
              try {
                said[0] = announced(book, at);
                return "";
              } catch (MisuseException fault) {
                return String.valueOf(fault.getMessage());
              }
            },
            cancel -> {
              cancelled[0] = cancel.number();
              return whyNot(cancel, at);
            });
    if (!wrong.isEmpty()) {
      throw new IllegalNoticeException(wrong);
    }
    List<Announced> next = new ArrayList<>(all);
    Map<String, Rule> known = rules;
    Announced added = said[0];
    if (added != null) {
      next.add(added);
      known = new HashMap<>(rules);
      for (Rule rule : added.book().book().rules()) {
        known.putIfAbsent(versionOf(rule), rule);
      }
    } else {
      next.set(cancelled[0] - 1, next.get(cancelled[0] - 1).cancel());
    }
    return new Books(List.copyOf(next), known, at);
  }

  private Announced announced(Notice.Book notice, long at) {
    int number = all.size() + 1;
    RuleBook book = read("book " + number, notice.text());
    Long from = notice.from();
    long inForceFrom =
        all.isEmpty()
            ? Announced.FROM_THE_BEGINNING
            : Math.max(at + charter().leadMillis(), from == null ? Long.MIN_VALUE : from);
    return new Announced(
        new NumberedBook(number, book),
        at,
        inForceFrom,
        notice.author(),
        notice.comment(),
        notice.text(),
        /* cancelled= */ false);
  }

  /**
   * Reads the text of a book that is to follow them.
   *
   * @param file what the text is called in messages
   */
  public RuleBook read(String file, String text) {
    RuleBook book = RuleBookReader.parse(file, text, charterOrNull(), this::known);
    // A version of a rule is one and the same object wherever it stands.
    return new RuleBook(book.rules().stream().map(this::known).toList(), book.charter());
  }

  private Rule known(Rule rule) {
    return rules.getOrDefault(versionOf(rule), rule);
  }

  private String whyNot(Notice.Cancel notice, long at) {
    int number = notice.number();
    if (number < 1 || number > all.size()) {
      return "there is no book " + number;
    }
    Announced book = all.get(number - 1);
    if (book.cancelled()) {
      return "book " + number + " is cancelled already";
    }
    if (book.inForceFrom() < at + charter().leadMillis()) {
      return "book " + number + " is in force, or so soon that not every worker would hear of this";
    }
    return "";
  }

  private static String versionOf(Rule rule) {
    return versionOf(rule.header().id(), rule.header().version());
  }

  private static String versionOf(String id, int version) {
    return id + "/" + version;
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Every book that was announced, in the order of their numbers. */
  public List<Announced> all() {
    return all;
  }

  /** What all books have in common; there must be one. */
  public Charter charter() {
    return all.get(0).book().book().charter();
  }

  /** The same, or null before the first book. */
  public @Nullable Charter charterOrNull() {
    return isEmpty() ? null : charter();
  }

  /** The book that judges what reached the log at this time. */
  public NumberedBook inForceAt(long logTime) {
    return inForce[placeAt(logTime)].book();
  }

  private int placeAt(long logTime) {
    int high = inForce.length - 1;
    // Nearly always the newest.
    if (inForce[high].inForceFrom() <= logTime) {
      return high;
    }
    int low = 0;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (inForce[middle].inForceFrom() <= logTime) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The totals that any transaction counts towards that reached the log between these times. */
  public Collection<TotalInWindows> totalsInForce(long from, long to) {
    int first = placeAt(from);
    int last = placeAt(to);
    if (first == last) {
      return inForce[last].book().totals();
    }
    // A version is one and the same object in all books.
    Set<TotalInWindows> totals = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int place = first; place <= last; place++) {
      totals.addAll(inForce[place].book().totals());
    }
    return totals;
  }

  /** A version of a total that some book has, or had. */
  public Optional<TotalInWindows> total(String id, int version) {
    Rule rule = rules.get(versionOf(id, version));
    List<TotalInWindows> found = new ArrayList<>();
    if (rule != null) {
      rule.match(keyed -> {}, found::add);
    }
    return found.stream().findFirst();
  }

  /** How far back the windows reach of those rules that judge single transactions. */
  public long longestWindowMillis() {
    return longestWindowMillis;
  }
}
