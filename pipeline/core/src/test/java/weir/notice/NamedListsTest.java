package weir.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is in which list when. */
class NamedListsTest {
  private static final long LEAD = 10_000;
  private static final long START = 1_000_000;

  private static final Books FIRST =
      told(
          Books.none(),
          START,
          new Notice.Book(
              "ann",
              "",
              null,
              """
              allowedLateness: 3 s
              allowedClockSkew: 1 s
              lead: 10 s
              rules:
                - {id: dear, version: 1, kind: amount-over, severity: low, limit: 1}
              """));

  private static Books told(Books books, long at, Notice notice) {
    try {
      return books.with(notice, at);
    } catch (IllegalNoticeException wrong) {
      throw new AssertionError(wrong);
    }
  }

  private static Notice.ListChange added(@Nullable Long from, String... ids) {
    List<Member> members = List.of(ids).stream().map(Member::of).toList();
    return new Notice.ListChange("ann", "", from, "risky", false, members, List.of());
  }

  private static Notice.ListChange removed(@Nullable Long from, String... ids) {
    return new Notice.ListChange("ann", "", from, "risky", false, List.of(), List.of(ids));
  }

  private static Notice.ListChange cleared(@Nullable Long from, String... ids) {
    List<Member> members = List.of(ids).stream().map(Member::of).toList();
    return new Notice.ListChange("ann", "", from, "risky", true, members, List.of());
  }

  private static List<String> risky(Books books, long logTime) {
    return books.lists().members("risky", logTime).stream().map(Member::id).toList();
  }

  @Test
  void aChangeHoldsFromItsTimeOn() {
    Books books = told(FIRST, START, added(null, "x"));
    assertThat(books.listHoldsFrom(null, START)).isEqualTo(START + LEAD);
    assertThat(books.lists().has("risky", "x", START + LEAD - 1)).isFalse();
    assertThat(books.lists().has("risky", "x", START + LEAD)).isTrue();
    assertThat(books.lists().has("risky", "X", START + LEAD)).as("another id").isFalse();
    assertThat(books.lists().has("other", "x", START + LEAD)).as("another list").isFalse();

    Books later = told(books, START + 1, removed(START + 20_000, "x"));
    assertThat(later.lists().has("risky", "x", START + 19_999)).isTrue();
    assertThat(later.lists().has("risky", "x", START + 20_000)).isFalse();
    assertThat(books.lists().has("risky", "x", START + 20_000)).as("as it was").isTrue();
  }

  @Test
  void aMemberExpires() {
    Member member = new Member("x", null, "", START + 15_000);
    Notice change =
        new Notice.ListChange("ann", "", null, "risky", false, List.of(member), List.of());
    Books books = told(FIRST, START, change);
    assertThat(books.lists().has("risky", "x", START + 14_999)).isTrue();
    assertThat(books.lists().has("risky", "x", START + 15_000)).isFalse();
    assertThat(books.lists().find("risky", "x", START + LEAD)).contains(member);
  }

  /** As books do: by the time from which they hold, and of two at once the later announced. */
  @Test
  void whatHoldsLaterCountsWhicheverWasAnnouncedFirst() {
    Books books = told(FIRST, START, removed(START + 30_000, "x"));
    books = told(books, START + 1, added(START + 20_000, "x"));
    assertThat(risky(books, START + 29_999)).containsExactly("x");
    assertThat(risky(books, START + 30_000)).isEmpty();

    books = told(books, START + 2, added(START + 30_000, "x"));
    assertThat(risky(books, START + 30_000)).containsExactly("x");
    books = told(books, START + 3, removed(START + 30_000, "x"));
    assertThat(risky(books, START + 30_000)).isEmpty();
  }

  @Test
  void clearingTakesOutAllThatIsInItByThen() {
    Books books = told(FIRST, START, added(null, "a", "b"));
    books = told(books, START + 1, cleared(START + 30_000, "b", "c"));
    books = told(books, START + 2, added(START + 20_000, "early"));
    books = told(books, START + 3, added(START + 30_000, "at-once"));
    books = told(books, START + 4, added(START + 40_000, "late"));
    assertThat(risky(books, START + 29_999)).containsExactly("a", "b", "early");
    assertThat(risky(books, START + 30_000)).containsExactly("at-once", "b", "c");
    assertThat(risky(books, START + 40_000)).containsExactly("at-once", "b", "c", "late");
    assertThat(books.lists().names()).containsExactly("risky");
  }

  @Test
  void manyMembersAreAsManyByOneAsAtOnce() {
    String[] ids = IntStream.range(0, 5000).mapToObj(i -> "shop-" + i).toArray(String[]::new);
    Books atOnce = told(FIRST, START, added(null, ids));
    Books byOne = FIRST;
    for (String id : ids) {
      byOne = told(byOne, START, added(null, id));
    }
    assertThat(risky(byOne, START + LEAD)).hasSize(5000).isEqualTo(risky(atOnce, START + LEAD));
    assertThat(byOne.lists().has("risky", "shop-4999", START + LEAD)).isTrue();
    assertThat(byOne.lists().has("risky", "shop-5000", START + LEAD)).isFalse();
  }

  @Test
  void thereIsNoListBeforeTheFirstBook() {
    assertThatThrownBy(() -> Books.none().with(added(null, "x"), START))
        .isInstanceOf(IllegalNoticeException.class)
        .hasMessage("a list can change only after the first book");
  }

  @Test
  void aChangeOfAListLeavesBooksAsTheyAre() {
    assertThat(told(FIRST, START, added(null, "x")).all()).isSameAs(FIRST.all());
  }
}
