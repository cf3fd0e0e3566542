package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.filter.AmountLimit;
import weir.filter.Filter;
import weir.history.History;
import weir.model.Severity;
import weir.model.Transaction;
import weir.notice.Announcements;
import weir.oracle.Sample;
import weir.rules.RuleHeader;
import weir.rules.TotalInWindows;

/**
 * What the gate lets through to the windows of a total with cells of ten seconds and a limit of 25
 * euros.
 */
class TotalGateTest {
  private static final long WINDOW = 10_000;
  private static final long BEGIN = 1_000_000;
  private static final long FOR_EVER = Long.MAX_VALUE / 2;

  private final TotalInWindows total =
      new TotalInWindows(
          new RuleHeader("total", 1, Severity.LOW, Filter.NONE),
          new AmountLimit(new BigDecimal("25")),
          WINDOW,
          WINDOW);

  private final TotalGate gate =
      new TotalGate(
          total, Announcements.always(new RuleBook(List.of(total), 0, 0)).knownAt(FOR_EVER));

  private History history = History.empty();

  /**
   * Pays ten euros this many seconds after the beginning; returns the times that are let through.
   */
  private List<Long> pay(long seconds) {
    Transaction arrival = Sample.at(BEGIN + seconds * 1000).tx();
    History before = history;
    history = history.with(arrival, arrival.time(), FOR_EVER);
    return gate.opened(before, history, arrival).stream()
        .map(counted -> (counted.transaction().time() - BEGIN) / 1000)
        .toList();
  }

  @Test
  void nothingWhileNoWindowCanBeOverTheLimit() {
    assertThat(pay(1)).isEmpty();
    assertThat(pay(2)).isEmpty();
    // Far from the first two payments: no window holds one of them together with this one.
    assertThat(pay(45)).isEmpty();
  }

  @Test
  void allOfACellWithTheOneThatOpensIt() {
    pay(1);
    pay(2);
    assertThat(pay(3)).containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  @Test
  void whatComesLaterIntoAnOpenCellGoesThroughAlone() {
    pay(1);
    pay(2);
    pay(3);
    assertThat(pay(4)).containsExactly(4L);
  }

  @Test
  void aLateArrivalOpensItsNeighboursToo() {
    pay(8);
    pay(12);
    assertThat(pay(9)).containsExactlyInAnyOrder(8L, 9L, 12L);
  }
}
