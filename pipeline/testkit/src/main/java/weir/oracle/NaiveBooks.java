package weir.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import weir.book.Charter;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.failure.MisuseException;
import weir.learn.FaultyModelException;
import weir.learn.Model;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.rules.Models;
import weir.rules.Rule;
import weir.rules.TotalInWindows;

/**
 * A second implementation of notices: each question goes through all books from first to last. Only
 * the parser of a book's text is the pipeline's.
 */
public final class NaiveBooks {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Told> told = new ArrayList<>();
  private final NaiveLists lists = new NaiveLists();
  private final List<LogRecord> refused = new ArrayList<>();
  private final List<Model> models = new ArrayList<>();
  private long clock = Long.MIN_VALUE;

  /** A book and the log time from which it holds. */
  private static final class Told {
    private final RuleBook book;
    private final long from;
    private boolean cancelled;

    Told(RuleBook book, long from) {
      this.book = book;
      this.from = from;
    }
  }

  /** A book with its number. */
  record Numbered(int number, RuleBook rules) {}

  private NaiveBooks() {}

  /** One book for all time. */
  public static NaiveBooks only(RuleBook book) {
    NaiveBooks books = new NaiveBooks();
    books.told.add(new Told(book, Long.MIN_VALUE));
    return books;
  }

  /** The books of a control topic. */
  public static NaiveBooks of(List<LogRecord> control) {
    NaiveBooks books = new NaiveBooks();
    for (LogRecord each : control) {
      if (!books.hear(each)) {
        books.refused.add(each);
      }
    }
    return books;
  }

  /** Applies a notice; returns whether it changed anything. */
  private boolean hear(LogRecord record) {
    Payload value = record.value();
    long time = record.position().time();
    if (value == null || !NaiveRecords.hasTime(record)) {
      return false;
    }
    try {
      JsonNode notice = JSON.readTree(value.bytes());
      String kind = notice.path("notice").asText();
      if (!notice.path("author").isTextual()
          || !notice.path("comment").isTextual()
          || hasOthers(notice, kind)) {
        return false;
      }
      long at = Math.max(clock, time);
      if (kind.equals("book") && notice.path("book").isTextual()) {
        return book(notice, at);
      } else if (kind.equals("cancel") && notice.path("number").isInt()) {
        return cancel(notice.path("number").asInt(), at);
      } else if (kind.equals("model") && notice.path("model").isTextual()) {
        return model(notice, at);
      } else if (kind.equals("list") && !told.isEmpty() && NaiveLists.isSound(notice)) {
        lists.hear(notice, from(notice, at));
        clock = at;
        return true;
      }
    } catch (IOException | MisuseException | DateTimeParseException noNotice) {
      // An illegal notice changes nothing.
    }
    return false;
  }

  private static boolean hasOthers(JsonNode notice, String kind) {
    Set<String> names = new LinkedHashSet<>();
    notice.fieldNames().forEachRemaining(names::add);
    names.removeAll(Set.of("notice", "author", "comment"));
    names.removeAll(
        switch (kind) {
          case "book" -> Set.of("book", "from");
          case "cancel" -> Set.of("number");
          case "model" -> Set.of("name", "model");
          default -> Set.of("list", "from", "clear", "add", "remove");
        });
    return !names.isEmpty();
  }

  private boolean book(JsonNode notice, long at) {
    Charter charter = told.isEmpty() ? null : first().charter();
    RuleBook book =
        RuleBookReader.parse(
            "book",
            notice.path("book").asText(),
            charter,
            UnaryOperator.identity(),
            Models.of(models));
    for (Told before : told) {
      for (Rule old : before.book.rules()) {
        for (Rule rule : book.rules()) {
          boolean sameVersion =
              old.header().id().equals(rule.header().id())
                  && old.header().version() == rule.header().version();
          if (sameVersion && !old.equals(rule)) {
            return false;
          }
        }
      }
    }
    clock = at;
    told.add(new Told(book, told.isEmpty() ? Long.MIN_VALUE : from(notice, at)));
    return true;
  }

  private boolean model(JsonNode notice, long at) {
    try {
      byte[] artefact = notice.path("model").asText().getBytes(StandardCharsets.UTF_8);
      Model model = Model.parse(artefact);
      if (!model.name().equals(notice.path("name").asText())) {
        return false;
      }
      models.add(model);
      clock = at;
      return true;
    } catch (FaultyModelException unsound) {
      return false;
    }
  }

  private long from(JsonNode notice, long at) {
    long from = at + first().charter().leadMillis();
    return notice.has("from")
        ? Math.max(from, Instant.parse(notice.path("from").asText()).toEpochMilli())
        : from;
  }

  private boolean cancel(int number, long at) {
    if (number < 1 || number > told.size()) {
      return false;
    }
    Told book = told.get(number - 1);
    if (!book.cancelled && at + first().charter().leadMillis() <= book.from) {
      book.cancelled = true;
      clock = at;
      return true;
    }
    return false;
  }

  NaiveLists lists() {
    return lists;
  }

  /** How many books there are, in force or not. */
  int announced() {
    return told.size();
  }

  /** The records that change nothing because they are illegal. */
  public List<LogRecord> refused() {
    return refused;
  }

  /** The first book, which settles the charter. */
  public RuleBook first() {
    return told.get(0).book;
  }

  /** The book that judges a transaction with this log time. */
  Numbered at(long logTime) {
    int best = 0;
    for (int i = 1; i < told.size(); i++) {
      Told each = told.get(i);
      if (!each.cancelled && each.from <= logTime && told.get(best).from <= each.from) {
        best = i;
      }
    }
    return new Numbered(best + 1, told.get(best).book);
  }

  /**
   * A stretch of log time in which one book is in force.
   *
   * @param until its end, which does not belong to it
   */
  record Period(Numbered book, long from, long until) {}

  /** All of them, one after the other. */
  List<Period> periods() {
    SortedSet<Long> begins = new TreeSet<>();
    told.stream().filter(each -> !each.cancelled).forEach(each -> begins.add(each.from));
    List<Period> periods = new ArrayList<>();
    for (long from : begins) {
      SortedSet<Long> later = begins.tailSet(from + 1);
      periods.add(new Period(at(from), from, later.isEmpty() ? Long.MAX_VALUE : later.first()));
    }
    return periods;
  }

  /** Every total of every book. */
  Set<TotalInWindows> totals() {
    Set<TotalInWindows> totals = new LinkedHashSet<>();
    told.forEach(each -> totals.addAll(each.book.totals()));
    return totals;
  }
}
