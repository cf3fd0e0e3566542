package weir.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.filter.Filter;
import weir.filter.Names;
import weir.model.Alert;
import weir.oracle.Sample;

class CountInWindowTest {
  private static final long WINDOW = 60_000;

  private static Judging judging(Filter filter) {
    return new Judging(new CountInWindow(Judging.header(filter), 1, WINDOW));
  }

  private static Judging judging() {
    return judging(Filter.NONE);
  }

  @Test
  void oneWindowApartIsOutside() {
    assertThat(judging().then(Sample.at(0), Sample.at(WINDOW)).raised()).isEmpty();
  }

  @Test
  void aMillisecondLessIsInside() {
    assertThat(judging().then(Sample.at(1), Sample.at(WINDOW)).raised()).containsExactly("t60000");
  }

  @Test
  void aMillisecondMoreIsOutside() {
    assertThat(judging().then(Sample.at(0), Sample.at(WINDOW + 1)).raised()).isEmpty();
  }

  @Test
  void allOfOneInstantSeeEachOther() {
    Judging judging = judging().then(Sample.at(5).id("b"), Sample.at(5).id("a"));
    assertThat(judging.raised()).containsExactlyInAnyOrder("a", "b");
    assertThat(judging.alerts()).allMatch(alert -> alert.seen() == 2);
  }

  @Test
  void theSameIdAgainChangesNothing() {
    Judging judging = judging().then(Sample.at(5), Sample.at(5), Sample.at(5));
    assertThat(judging.said()).isEmpty();
    assertThat(judging.history().size()).isEqualTo(1);
  }

  @Test
  void aLateArrivalRaisesWhatCameBeforeIt() {
    Judging judging = judging().then(Sample.at(0), Sample.at(61_000), Sample.at(120_999));
    assertThat(judging.raised()).containsExactly("t120999");
    judging.then(Sample.at(61_500).received(121_000));
    assertThat(judging.raised()).containsExactly("t120999", "t61500", "t120999");
    assertThat(judging.alerts().get(2).seen()).isEqualTo(3);
    assertThat(judging.alerts().get(2).id()).isEqualTo(judging.alerts().get(0).id());
  }

  @Test
  void onlyMatchingTransactionsCountAndAreJudged() {
    Filter paypal =
        new Filter(Names.of("PayPal"), Names.ALL, Names.ALL, Names.ALL, null, null, null, null);
    Judging judging = judging(paypal);
    judging.then(Sample.at(1).by("PayPal"), Sample.at(2).by("card"), Sample.at(3).by("card"));
    assertThat(judging.raised()).isEmpty();
    Alert alert = judging.then(Sample.at(4).by("paypal")).alerts().get(0);
    assertThat(alert.evidence()).containsExactly("t1", "t4");
    assertThat(alert.seen()).isEqualTo(4);
    assertThat(alert.reason()).isEqualTo("2 matching transactions within 1 min, more than 1");
  }

  @Test
  void namesTheNewestEvidenceAndCountsAll() {
    Judging judging = judging();
    for (int i = 0; i < 30; i++) {
      judging.then(Sample.at(i));
    }
    Alert last = judging.alerts().get(judging.alerts().size() - 1);
    assertThat(last.evidenceCount()).isEqualTo(30);
    assertThat(last.evidence()).hasSize(20).startsWith("t10").endsWith("t29");
  }
}
