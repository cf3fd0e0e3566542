package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.filter.AmountLimit;
import weir.filter.Filter;
import weir.model.FiredRule;
import weir.model.Severity;
import weir.model.Verdict;
import weir.oracle.Sample;
import weir.rules.AmountOver;
import weir.rules.Judging;
import weir.rules.RuleHeader;
import weir.rules.TravelSpeed;

class VerdictTest {
  private static final TravelSpeed TRAVEL =
      new TravelSpeed(
          new RuleHeader("travel", 2, Severity.CRITICAL, Filter.NONE), 900, 100, 600_000);
  private static final AmountOver DEAR =
      new AmountOver(
          new RuleHeader("dear", 1, Severity.LOW, Filter.NONE),
          new AmountLimit(new BigDecimal("100")));

  private final Judging judging = new Judging(/* verdicts= */ true, DEAR, TRAVEL);

  private static Sample berlin(long time) {
    return Sample.at(time).on(52.5, 13.4);
  }

  private static Sample tokyo(long time) {
    return Sample.at(time).on(35.7, 139.7);
  }

  private Verdict last() {
    return judging.verdicts().get(judging.verdicts().size() - 1);
  }

  @Test
  void everyAcceptedTransactionGetsOne() {
    judging.then(Sample.at(1), Sample.at(2), Sample.at(2));
    assertThat(judging.verdicts())
        .containsExactly(
            new Verdict(Sample.at(1).tx(), 1, List.of(), 1, Verdict.Change.FIRST),
            new Verdict(Sample.at(2).tx(), 1, List.of(), 2, Verdict.Change.FIRST));
    assertThat(last().isSuspicious()).isFalse();
    assertThat(last().severity()).isEmpty();
  }

  @Test
  void namesAllRulesThatFireAndTheGreatestSeverity() {
    judging.then(berlin(0), tokyo(1000).pay("200", "EUR"));
    assertThat(last().fired())
        .containsExactly(
            new FiredRule("dear", 1, Severity.LOW), new FiredRule("travel", 2, Severity.CRITICAL));
    assertThat(last().severity()).contains(Severity.CRITICAL);
  }

  @Test
  void aLateArrivalThatChangesNothingConfirms() {
    judging.then(Sample.at(0), Sample.at(2000)).then(Sample.at(1000).received(3000));
    assertThat(judging.verdicts().subList(2, 4))
        .containsExactly(
            new Verdict(Sample.at(1000).tx(), 1, List.of(), 2, Verdict.Change.FIRST),
            new Verdict(Sample.at(2000).tx(), 1, List.of(), 3, Verdict.Change.CONFIRMED));
  }

  @Test
  void aLateArrivalThatRaisesAnAlertRevises() {
    judging.then(tokyo(40_000)).then(berlin(1000).received(50_000));
    assertThat(last().transaction()).isEqualTo(tokyo(40_000).tx());
    assertThat(last().change()).isEqualTo(Verdict.Change.REVISED);
    assertThat(last().isSuspicious()).isTrue();
  }

  @Test
  void aLateArrivalThatTakesTheGroundAwayRevises() {
    judging.then(berlin(0), tokyo(40_000));
    assertThat(last().isSuspicious()).isTrue();
    judging.then(tokyo(20_000).received(50_000));
    assertThat(last().transaction()).isEqualTo(tokyo(40_000).tx());
    assertThat(last())
        .isEqualTo(new Verdict(last().transaction(), 1, List.of(), 3, Verdict.Change.REVISED));
  }

  @Test
  void withoutWindowsATransactionSeesItself() {
    Judging amounts = new Judging(/* verdicts= */ true, DEAR);
    amounts.then(Sample.at(5), Sample.at(5).id("other"), Sample.at(4));
    assertThat(amounts.verdicts()).hasSize(3).allMatch(verdict -> verdict.seen() == 1);
  }

  @Test
  void whoeverWantsNoneGetsNone() {
    assertThat(new Judging(DEAR, TRAVEL).then(Sample.at(1)).said()).isEmpty();
  }
}
