package weir.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weir.control.ControlLog;
import weir.failure.UnavailableException;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;
import weir.notice.Member;
import weir.notice.Notice;

/** Several notices that are to hold from one moment, and a broker that is slow or goes away. */
class WritingTest {
  private static final long NOW = 1_000_000_000_000L;
  private static final long LEAD = 10_000;

  private static final Notice.Book BOOK =
      new Notice.Book(
          "ann",
          "",
          null,
          """
          allowedLateness: 1 min
          allowedClockSkew: 5 s
          rules:
            - {id: high, version: 1, kind: amount-over, severity: medium, limit: 3500}
          """);

  /** What the topic made of its records so far, by offset. */
  private final List<Books> told = new ArrayList<>();

  private final Plan plan = plan();

  private Plan plan() {
    announce(BOOK, NOW);
    List<Member> many = IntStream.range(0, 50_000).mapToObj(i -> Member.of("user-" + i)).toList();
    return Plan.of(
        told.get(0),
        new Notice.ListChange("ann", "", null, "vip", /* clear= */ true, many, List.of()),
        NOW);
  }

  private long announce(Notice notice, long at) {
    Books before = told.isEmpty() ? Books.none() : told.get(told.size() - 1);
    try {
      told.add(before.with(notice, at));
    } catch (IllegalNoticeException wrong) {
      throw new AssertionError(wrong);
    }
    return told.size() - 1L;
  }

  private ControlLog.Heard heard(long offset) {
    return new ControlLog.Heard(
        told.get((int) offset), List.of(), List.of(), /* refusedInAll= */ 0, offset + 1);
  }

  @Test
  void allOfThemHoldFromOneMomentThatLeavesTimeToWriteThem() {
    assertThat(plan.notices()).hasSize(2);
    assertThat(plan.holdsFrom()).isEqualTo(NOW + LEAD + 12_000);
    Writing.Written written =
        new Writing(notice -> announce(notice, NOW + 12_000), this::heard).write(plan);
    assertThat(written.isAtOnce()).isTrue();
    assertThat(written.whole()).isEqualTo(plan.holdsFrom());
    assertThat(written.books().lists().members("vip", plan.holdsFrom() - 1)).isEmpty();
    assertThat(written.books().lists().members("vip", plan.holdsFrom())).hasSize(50_000);
  }

  @Test
  void oneThatIsStoredTooLateIsTold() {
    Writing.Written written =
        new Writing(notice -> announce(notice, NOW + told.size() * 12_000L), this::heard)
            .write(plan);
    assertThat(written.isAtOnce()).isFalse();
    assertThat(written.first()).isEqualTo(plan.holdsFrom());
    assertThat(written.whole()).isEqualTo(plan.holdsFrom() + 12_000);
  }

  @Test
  void ifTheBrokerGoesAwayInTheMiddleThatIsTold() {
    Writing writing =
        new Writing(
            notice -> {
              if (told.size() == 2) {
                throw new UnavailableException("it is away");
              }
              return announce(notice, NOW);
            },
            this::heard);
    assertThatThrownBy(() -> writing.write(plan))
        .isInstanceOf(UnavailableException.class)
        .hasMessage(
            "only 1 of 2 notices could be written; from 2001-09-09T01:47:02.000Z the list has only"
                + " that part of the change, until you run this again: it is away");
  }
}
