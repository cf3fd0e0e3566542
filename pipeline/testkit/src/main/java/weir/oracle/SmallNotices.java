package weir.oracle;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import weir.learn.Model;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.notice.Member;
import weir.notice.Notice;
import weir.notice.NoticeJson;

/** The control topics of small logs: each book has one version of some of the rules. */
public final class SmallNotices {
  /** How long after its announcement a change takes effect. */
  public static final long LEAD_MILLIS = 2000;

  private static final long EXPIRES_MILLIS = 9000;

  private SmallNotices() {}

  /** What a record of the control topic contains. */
  public enum Kind {
    BOOK,
    LIST,
    CANCEL,
    NO_PAIR,
    NO_MODEL,
    OTHER_MODEL,
    TWICE_IN_A_LIST,
    NO_LIST,
    OTHER_MEANING,
    BEYOND_HORIZON,
    OTHER_CHARTER,
    NO_YAML,
    GARBAGE,
    UNKNOWN_FIELD,
    NO_VALUE,
    NO_TIME
  }

  /**
   * A record of the control topic.
   *
   * @param ahead how many seconds after its announcement a book or a change of a list is to be in
   *     force; zero leaves the time out
   * @param newer how many books are newer than the one that a cancel names
   * @param back how many seconds the broker's clock is behind that of the broker before
   * @param versions which version of each rule a book has, or what happens to each member of a list
   */
  public record Change(
      int second, int ahead, int newer, int back, Kind kind, List<Integer> versions) {}

  /** Lists of changes of books about users within this many seconds. */
  public static Arbitrary<List<Change>> changes(int seconds, int most) {
    return changes(SmallBooks.OF_USERS, seconds, most);
  }

  /** Lists of changes of these books within this many seconds. */
  public static Arbitrary<List<Change>> changes(SmallBooks books, int seconds, int most) {
    return Combinators.combine(
            Arbitraries.integers().between(-4, seconds),
            Arbitraries.frequency(
                Tuple.of(3, 0), Tuple.of(1, 1), Tuple.of(2, 4), Tuple.of(4, 9), Tuple.of(1, -9)),
            Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(2, 1), Tuple.of(1, 2), Tuple.of(1, -1)),
            Arbitraries.frequency(Tuple.of(9, 0), Tuple.of(1, 1), Tuple.of(1, 3)),
            Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.just(Kind.BOOK)),
                Tuple.of(5, Arbitraries.just(Kind.LIST)),
                Tuple.of(4, Arbitraries.just(Kind.CANCEL)),
                Tuple.of(2, Arbitraries.of(Kind.class))),
            Arbitraries.frequency(
                    Tuple.of(3, 0),
                    Tuple.of(3, 1),
                    Tuple.of(2, 2),
                    Tuple.of(2, 3),
                    Tuple.of(2, SmallBooks.WITHOUT))
                .list()
                .ofSize(books.rules().size()))
        .as(Change::new)
        .list()
        .ofMaxSize(most);
  }

  /** The control topic with these changes after a first book about users. */
  public static List<LogRecord> of(List<Change> changes) {
    return of(SmallBooks.OF_USERS, changes);
  }

  /** The control topic with these changes after the first of these books. */
  public static List<LogRecord> of(SmallBooks small, List<Change> changes) {
    List<LogRecord> control = new ArrayList<>();
    add(control, 3_590_000, bytes("not yet a notice"));
    for (Model each : small.models()) {
      add(control, 3_590_000, model(each.name(), each));
    }
    add(control, 3_590_000, book(null, small.first()));
    add(control, 3_590_000, NoticeJson.write(inItFromTheStart("risky", "m0", "m2")));
    add(control, 3_590_000, NoticeJson.write(inItFromTheStart("snoozed", "spend/u1", "dear/u0")));
    int books = 1;
    for (Change each : changes.stream().sorted(Comparator.comparingInt(Change::second)).toList()) {
      books += each.kind() == Kind.BOOK ? 1 : 0;
      add(control, time(each), value(small, each, books));
    }
    return control;
  }

  private static long time(Change change) {
    return change.kind() == Kind.NO_TIME
        ? -1
        : 3_600_000 + (change.second() - change.back()) * 1000L;
  }

  private static byte @Nullable [] value(SmallBooks small, Change change, int books) {
    Long from = change.ahead() == 0 ? null : (Long) (time(change) + change.ahead() * 1000L);
    String rules = small.book(change.versions());
    return switch (change.kind()) {
      case BOOK -> book(from, rules);
      case LIST -> NoticeJson.write(listChange(small.lists(), change, from));
      case NO_PAIR ->
          bytes(
              "{\"notice\":\"list\",\"author\":\"\",\"comment\":\"\",\"list\":\"snoozed\","
                  + "\"add\":[{\"id\":\"u0\"}]}");
      case NO_MODEL ->
          book(
              from,
              rules
                  + "  - {id: learned-too, version: 1, severity: low, kind: model, over: 1, artefact: "
                  + "0".repeat(64)
                  + "}\n");
      case OTHER_MODEL ->
          small.models().isEmpty()
              ? bytes(
                  "{\"notice\":\"model\",\"author\":\"\",\"comment\":\"\",\"name\":\"\",\"model\":\"{}\"}")
              : model("0".repeat(64), small.models().get(0));
      case TWICE_IN_A_LIST ->
          bytes(
              "{\"notice\":\"list\",\"author\":\"\",\"comment\":\"\",\"list\":\"risky\","
                  + "\"add\":[{\"id\":\"m0\"}],\"remove\":[\"m0\"]}");
      case NO_LIST ->
          bytes(
              "{\"notice\":\"list\",\"author\":\"\",\"comment\":\"\",\"list\":\"Not a name\","
                  + "\"clear\":true}");
      case NO_TIME -> book(null, rules);
      case CANCEL -> NoticeJson.write(new Notice.Cancel("bob", "no", books - change.newer()));
      case OTHER_MEANING -> book(from, rules.replace("severity: low", "severity: critical"));
      case BEYOND_HORIZON ->
          book(
              from,
              rules
                  + "  - {id: far, version: 1, kind: total-in-windows, severity: low, limit: 1,"
                  + " window: 7 s, every: 7 s}\n");
      case OTHER_CHARTER -> book(from, small.charter().replace("lead: 2 s", "lead: 1 s") + rules);
      case NO_YAML -> book(from, rules + "}");
      case GARBAGE -> bytes("{\"notice\":\"book\"}");
      case UNKNOWN_FIELD ->
          bytes(
              new String(book(from, rules), StandardCharsets.UTF_8)
                  .replaceFirst("[{]", "{\"x\":\"y\","));
      case NO_VALUE -> null;
    };
  }

  private static Notice inItFromTheStart(String list, String... ids) {
    return new Notice.ListChange(
        "ann", "", null, list, false, Stream.of(ids).map(Member::of).toList(), List.of());
  }

  private static Notice listChange(List<List<String>> lists, Change change, @Nullable Long from) {
    List<String> list = lists.get(change.versions().get(0) % lists.size());
    List<Member> add = new ArrayList<>();
    List<String> remove = new ArrayList<>();
    for (int i = 1; i < list.size(); i++) {
      switch (change.versions().get(i)) {
        case 0 -> add.add(Member.of(list.get(i)));
        case 1 -> {
          long until = time(change) + EXPIRES_MILLIS;
          add.add(new Member(list.get(i), BigDecimal.valueOf(i, 1), "for a while", until));
        }
        case 2 -> remove.add(list.get(i));
        default -> {
          // The member stays as it is.
        }
      }
    }
    return new Notice.ListChange(
        "eve", "", from, list.get(0), /* clear= */ change.newer() == 2, add, remove);
  }

  private static byte[] model(String name, Model model) {
    String artefact = new String(model.artefact(), StandardCharsets.UTF_8);
    return NoticeJson.write(new Notice.Model("zoe", "", name, artefact));
  }

  private static byte[] book(@Nullable Long from, String yaml) {
    return NoticeJson.write(new Notice.Book("ann", "", from, yaml));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void add(List<LogRecord> control, long time, byte @Nullable [] value) {
    control.add(
        new LogRecord(
            new LogPosition(0, control.size(), time),
            null,
            value == null ? null : new Payload(value)));
  }
}
