package weir.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From when those changes of lists hold that are announced and do not hold yet. */
class ComingChangesTest {
  private static final String BOOK =
      """
      allowedLateness: 3 s
      allowedClockSkew: 1 s
      lead: 10 s
      rules:
        - {id: dear, version: 1, kind: amount-over, severity: low, limit: 9}
      """;

  private Books books = Books.none();

  private void tell(Notice notice, long at) throws IllegalNoticeException {
    books = books.with(notice, at);
  }

  private static Notice list(@Nullable Long from, boolean clear, String... ids) {
    return new Notice.ListChange(
        "ann", "", from, "vip", clear, List.of(ids).stream().map(Member::of).toList(), List.of());
  }

  @Test
  void eachTimeIsThereOnceUntilItHolds() throws IllegalNoticeException {
    assertThat(books.lists().comingAfter("vip", 0)).isEmpty();
    tell(new Notice.Book("ann", "", null, BOOK), 1_000_000);
    tell(list(/* from= */ null, /* clear= */ false, "a", "b"), 1_000_000);
    tell(list(2_000_000L, /* clear= */ true), 1_000_000);
    tell(list(3_000_000L, /* clear= */ false, "a"), 1_000_000);
    assertThat(books.lists().comingAfter("vip", 1_009_999))
        .containsExactly(1_010_000L, 2_000_000L, 3_000_000L);
    assertThat(books.lists().comingAfter("vip", 1_010_000)).containsExactly(2_000_000L, 3_000_000L);
    assertThat(books.lists().comingAfter("vip", 3_000_000)).isEmpty();
    assertThat(books.lists().comingAfter("vpi", 0)).isEmpty();
  }
}
