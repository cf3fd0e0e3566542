package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import weir.filter.AmountLimit;
import weir.model.Accepted;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.oracle.Sample;
import weir.rules.AlertId;
import weir.rules.CountInWindow;
import weir.rules.Judging;
import weir.rules.TotalInWindows;

class UserJudgeTest {
  private static final long WINDOW = 10_000;
  private static final long LATENESS = Judging.MINUTE;
  private static final long SKEW = 5000;

  private static Judging judging() {
    return new Judging(new CountInWindow(Judging.header(), 1, WINDOW));
  }

  @Test
  void anotherContentForAKnownIdIsRejectedAndTheFirstStands() {
    Judging judging = judging().then(Sample.at(0).id("a"));
    Accepted other = Sample.at(0).id("a").pay("11", "EUR").received(7);
    judging.then(other);
    assertThat(judging.said())
        .containsExactly(
            new Rejected(
                RejectReason.CONFLICTING_DUPLICATE,
                "another transaction with this id came first and stands",
                other.position(),
                other.original()));
    assertThat(judging.history().transactions()).containsExactly(Sample.at(0).id("a").tx());
  }

  @Test
  void anIdIsKnownAsLongAsWindowAndLatenessReach() {
    Sample first = Sample.at(0).id("a");
    long last = WINDOW + LATENESS;
    assertThat(judging().then(first, Sample.at(last).id("a")).said()).hasSize(1);
    Judging later = judging().then(first, Sample.at(last + 1).id("a"));
    assertThat(later.said()).isEmpty();
    assertThat(later.history().size()).isEqualTo(2);
  }

  @Test
  void theHistoryForgetsWhatNobodyCanAskForAnyMore() {
    long retention = WINDOW + LATENESS + SKEW;
    Judging judging = judging().then(Sample.at(0), Sample.at(retention));
    assertThat(judging.history().size()).isEqualTo(2);
    judging.then(Sample.at(retention + 1));
    assertThat(judging.history().transactions())
        .containsExactly(Sample.at(retention).tx(), Sample.at(retention + 1).tx());
  }

  @Test
  void aReusedIdGetsAnAlertOfItsOwn() {
    Judging judging = new Judging(new CountInWindow(Judging.header(), 0, WINDOW));
    judging.then(Sample.at(0).id("a"), Sample.at(1_000_000).id("a"));
    assertThat(judging.alerts().stream().map(alert -> alert.id()).distinct()).hasSize(2);
  }

  /** A new id for an old alert would raise it a second time for every reader that has it. */
  @Test
  void idsNeverChange() {
    assertThat(AlertId.ofTransaction(Judging.header(), Sample.at(5).id("a").tx()))
        .isEqualTo("bc45ce5d5479caa09c34982e702e6334");
    assertThat(AlertId.ofWindow(Judging.header(), "u", "EUR", 60_000))
        .isEqualTo("4efde82c396812b95469afd94df6c3c2");
  }

  @Test
  void aTransactionIsSpentOnlyOnceAWindowCouldBeOverTheLimit() {
    TotalInWindows total =
        new TotalInWindows(Judging.header(), new AmountLimit(new BigDecimal("25")), 60_000, 30_000);
    Judging judging = new Judging(total).then(Sample.at(0), Sample.at(50_000));
    assertThat(judging.said()).isEmpty();
    judging.then(Sample.at(55_000).pay("10", "USD"));
    assertThat(judging.said()).isEmpty();
    judging.then(Sample.at(59_000));
    assertThat(judging.said())
        .extracting(Object::toString)
        .satisfiesExactly(
            first -> assertThat(first).contains("t0"),
            second -> assertThat(second).contains("t50000"),
            third -> assertThat(third).contains("t59000"));
    assertThat(new Judging(total).then(Sample.at(0), Sample.at(59_999)).said()).isEmpty();
  }
}
