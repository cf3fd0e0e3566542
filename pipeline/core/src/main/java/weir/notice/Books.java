package weir.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.book.Charter;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.failure.MisuseException;
import weir.keys.KeyPlan;
import weir.keys.Keys;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.model.Times;
import weir.rules.KeyedRule;
import weir.rules.Rule;
import weir.rules.TotalInWindows;

/**
 * All books that were announced up to some record of the control topic, and which of them is in
 * force when: a pure function of those records; immutable.
 */
public final class Books {
  private static final Books NONE =
      new Books(List.of(), Map.of(), NamedLists.NONE, AnnouncedModels.NONE, Long.MIN_VALUE);

  /** In the order of their numbers. */
  private final List<Announced> all;

  private final InForce inForce;

  /** Each version of each rule there ever was: it means the same in every book. */
  private final Map<String, Rule> rules;

  private final NamedLists lists;
  private final AnnouncedModels models;

  /** When the last notice was announced, as the notices before it allow. */
  private final long latest;

  private final long longestWindowMillis;
  private final Keys keys;

  private Books(
      List<Announced> all,
      Map<String, Rule> rules,
      NamedLists lists,
      AnnouncedModels models,
      long latest) {
    this.all = all;
    this.models = models;
    this.rules = rules;
    this.lists = lists;
    this.latest = latest;
    this.inForce = InForce.of(all);
    this.keys = all.isEmpty() ? Keys.NONE : Keys.of(charter());
    this.longestWindowMillis =
        all.stream()
            .flatMap(each -> each.book().keyedRules().stream())
            .mapToLong(KeyedRule::userReachMillis)
            .max()
            .orElse(0);
  }

  /** The same books, with other lists and models. */
  private Books(Books books, NamedLists lists, AnnouncedModels models, long latest) {
    this.models = models;
    this.all = books.all;
    this.rules = books.rules;
    this.lists = lists;
    this.latest = latest;
    this.inForce = books.inForce;
    this.longestWindowMillis = books.longestWindowMillis;
    this.keys = books.keys;
  }

  /** Before anything was announced. */
  public static Books none() {
    return NONE;
  }

  /** The only one, which is the first. */
  static Books always(RuleBook book, String text) {
    return NONE.with(
        new Announced(
            new NumberedBook(1, book),
            /* at= */ Long.MIN_VALUE,
            Announced.FROM_THE_BEGINNING,
            /* author= */ "",
            /* comment= */ "",
            text,
            /* cancelled= */ false));
  }

  /** The same lists, and one book in place of all, for all time. */
  public Books judgingBy(RuleBook book) {
    Books one = always(book, /* text= */ "");
    return new Books(one, lists, models, one.latest);
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
    return notice.match(
        new Notice.Cases<Books, IllegalNoticeException>() {
          @Override
          public Books book(Notice.Book book) throws IllegalNoticeException {
            return with(announced(book, at));
          }

          @Override
          public Books cancel(Notice.Cancel cancel) throws IllegalNoticeException {
            return without(cancel, at);
          }

          @Override
          public Books model(Notice.Model model) throws IllegalNoticeException {
            return new Books(Books.this, lists, models.with(model, at), at);
          }

          @Override
          public Books listChange(Notice.ListChange change) throws IllegalNoticeException {
            return with(change, at);
          }
        });
  }

  private Announced announced(Notice.Book notice, long at) throws IllegalNoticeException {
    int number = all.size() + 1;
    RuleBook book;
    try {
      book = read("book " + number, notice.text());
    } catch (MisuseException fault) {
      throw new IllegalNoticeException(String.valueOf(fault.getMessage()));
    }
    return new Announced(
        new NumberedBook(number, book),
        at,
        isEmpty() ? Announced.FROM_THE_BEGINNING : inForceFrom(notice.from(), at),
        notice.author(),
        notice.comment(),
        notice.text(),
        /* cancelled= */ false);
  }

  private long inForceFrom(@Nullable Long from, long at) {
    return Math.max(at + charter().leadMillis(), from == null ? Long.MIN_VALUE : from);
  }

  private Books with(Announced book) {
    List<Announced> next = new ArrayList<>(all);
    next.add(book);
    Map<String, Rule> known = new HashMap<>(rules);
    for (Rule rule : book.book().book().rules()) {
      known.putIfAbsent(versionOf(rule), rule);
    }
    return new Books(List.copyOf(next), known, lists, models, book.at());
  }

  private Books without(Notice.Cancel notice, long at) throws IllegalNoticeException {
    int number = notice.number();
    if (number < 1 || number > all.size()) {
      throw new IllegalNoticeException("there is no book " + number);
    }
    Announced book = all.get(number - 1);
    if (book.cancelled()) {
      throw new IllegalNoticeException("book " + number + " is cancelled already");
    }
    if (book.inForceFrom() < at + charter().leadMillis()) {
      throw new IllegalNoticeException(
          "book " + number + " is in force, or so soon that not every worker would hear of this");
    }
    List<Announced> next = new ArrayList<>(all);
    next.set(number - 1, book.cancel());
    return new Books(List.copyOf(next), rules, lists, models, at);
  }

  private Books with(Notice.ListChange change, long at) throws IllegalNoticeException {
    if (isEmpty()) {
      throw new IllegalNoticeException("a list can change only after the first book");
    }
    return new Books(this, lists.with(change, inForceFrom(change.from(), at)), models, at);
  }

  /**
   * Reads the text of a book that is to follow them.
   *
   * @param file what the text is called in messages
   */
  public RuleBook read(String file, String text) {
    RuleBook book = RuleBookReader.parse(file, text, charterOrNull(), this::known, models);
    // A version of a rule is one and the same object wherever it stands.
    return new RuleBook(book.rules().stream().map(this::known).toList(), book.charter());
  }

  private Rule known(Rule rule) {
    return rules.getOrDefault(versionOf(rule), rule);
  }

  private static String versionOf(Rule rule) {
    return versionOf(rule.header().id(), rule.header().version());
  }

  private static String versionOf(String id, int version) {
    return id + "/" + version;
  }

  /** Whether there is no book. */
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

  /** The models that books can name. */
  public AnnouncedModels models() {
    return models;
  }

  /** What is known of lists. */
  public NamedLists lists() {
    return lists;
  }

  /**
   * From when a change of a list would hold that is announced now; there must be a book.
   *
   * @param from when it is to hold, if not as soon as may be
   */
  public long listHoldsFrom(@Nullable Long from, long now) {
    return inForceFrom(from, Math.max(now, latest));
  }

  /** The book that judges what reached the log at this time. */
  public NumberedBook inForceAt(long logTime) {
    return announcedAt(logTime).book();
  }

  /** What that book asks for at other keys than the user. */
  public KeyPlan planAt(long logTime) {
    return inForce.planAt(keys, logTime);
  }

  /** The plans of all books that are in force at this time or later. */
  public List<KeyPlan> plansFrom(long logTime) {
    return inForce.plansFrom(keys, logTime);
  }

  /** How far back others must be there one by one, at a key, for any book there ever was. */
  public long unfoldedMillis(int key) {
    return inForce.unfoldedMillis(keys, key);
  }

  /**
   * The book that judges what reached the log at this time, with when and by whom it was announced.
   */
  public Announced announcedAt(long logTime) {
    return inForce.at(logTime);
  }

  /** The totals that any transaction counts towards that reached the log between these times. */
  public Collection<TotalInWindows> totalsInForce(long from, long to) {
    return inForce.totals(from, to);
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
