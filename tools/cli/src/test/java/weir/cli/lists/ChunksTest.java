package weir.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weir.notice.Member;
import weir.notice.Notice;
import weir.notice.NoticeJson;

/** Changes that are too large for one notice. */
class ChunksTest {
  private static List<Member> members(int count, String note) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Member("user-" + i, new BigDecimal("0.25"), note, 1L))
        .toList();
  }

  private static Notice.ListChange change(List<Member> add, List<String> remove) {
    return new Notice.ListChange("ann", "why", null, "vip", /* clear= */ true, add, remove);
  }

  @Test
  void whatIsSmallIsOneNotice() {
    Notice.ListChange small = change(members(3, ""), List.of("a"));
    assertThat(Chunks.of(small)).containsExactly(small);
  }

  @Test
  void whatIsLargeIsSplitByItsBytesAndNothingIsLost() {
    // Each of these letters has two bytes.
    List<Member> add = members(3000, "ä".repeat(900));
    List<String> remove = IntStream.range(0, 2001).mapToObj(i -> "gone-" + i).toList();
    List<Notice.ListChange> chunks = Chunks.of(change(add, remove));
    assertThat(chunks)
        .hasSizeGreaterThan(5)
        .allMatch(each -> NoticeJson.write(each).length <= Chunks.MOST_BYTES);
    assertThat(chunks.stream().flatMap(each -> each.add().stream())).isEqualTo(add);
    assertThat(chunks.stream().flatMap(each -> each.remove().stream())).isEqualTo(remove);
    assertThat(chunks.stream().map(Notice.ListChange::clear))
        .startsWith(true)
        .containsOnlyOnce(true);
  }

  @Test
  void thereIsRoomForTheTimeFromWhichTheyHold() {
    List<Notice.ListChange> chunks = Chunks.of(change(members(60_000, ""), List.of()));
    assertThat(Chunks.from(2_000L, chunks))
        .allMatch(each -> NoticeJson.write(each).length < NoticeJson.MOST_BYTES)
        .allMatch(each -> Long.valueOf(2_000).equals(each.from()));
  }
}
