package weir.dashboard.notices;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.notice.Books;
import weir.notice.Member;

/**
 * A list as it is when a change would hold that is announced now.
 *
 * @param members how many there are
 * @param shown those that were sought, in the order of their ids, not more than some hundred
 */
public record ListView(String name, int members, List<Shown> shown) {
  private static final int MOST = 500;

  /**
   * A member.
   *
   * @param until when it leaves by itself, in epoch milliseconds
   */
  public record Shown(String id, @Nullable BigDecimal value, String note, @Nullable Long until) {}

  /**
   * The members whose ids contain a text.
   *
   * @param text in any case; empty for all
   */
  public static ListView of(Books books, String name, String text) {
    if (books.isEmpty()) {
      return new ListView(name, 0, List.of());
    }
    String sought = text.toLowerCase(Locale.ROOT);
    List<Member> all =
        books.lists().members(name, books.listHoldsFrom(null, System.currentTimeMillis()));
    return new ListView(
        name,
        all.size(),
        all.stream()
            .filter(each -> each.id().toLowerCase(Locale.ROOT).contains(sought))
            .limit(MOST)
            .map(each -> new Shown(each.id(), each.value(), each.note(), each.until()))
            .toList());
  }
}
