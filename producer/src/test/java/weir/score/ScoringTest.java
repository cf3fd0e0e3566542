package weir.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weir.model.Alert;
import weir.model.Severity;
import weir.traffic.Label;

class ScoringTest {
  private final Scoring scoring = new Scoring();

  private void staged(String transaction, long time, String kind, boolean fraud, String campaign) {
    scoring.add(new Label(transaction, "u", time, kind, fraud, campaign, new TreeMap<>()));
  }

  private void spree(String campaign, long begin) {
    for (int i = 0; i < 4; i++) {
      staged(campaign + i, begin + i * 1000L, "spree", true, campaign);
    }
  }

  private void alert(
      String id,
      String rule,
      @Nullable String transaction,
      long time,
      long seen,
      boolean raised,
      String... evidence) {
    alert(id, rule, transaction, time, seen, raised, Alert.Mode.LIVE, evidence);
  }

  private void alert(
      String id,
      String rule,
      @Nullable String transaction,
      long time,
      long seen,
      boolean raised,
      Alert.Mode mode,
      String... evidence) {
    scoring.add(
        new Alert(
            id,
            raised ? Alert.Status.RAISED : Alert.Status.WITHDRAWN,
            rule,
            1,
            1,
            mode,
            Severity.LOW,
            "u",
            transaction,
            time,
            0,
            time,
            seen,
            BigDecimal.ONE,
            BigDecimal.ONE,
            "x",
            List.of(evidence),
            evidence.length,
            "why"));
  }

  private KindScore kind(String kind) {
    return scoring.card().kind(kind).orElseThrow();
  }

  private RuleScore rule(String rule) {
    return scoring.card().rule(rule).orElseThrow();
  }

  @Test
  void anAlertIsRightIfThePaymentOrItsEvidenceIsOfAnAttack() {
    spree("a", 0);
    staged("f", 0, "flight", false, "b");
    alert("1", "r", "a3", 3000, 4, true, "a3");
    alert("2", "r", "honest", 5000, 4, true, "a2", "honest");
    alert("3", "r", "f", 0, 1, true, "f");
    alert("4", "r", "honest", 9000, 1, true, "honest");
    assertThat(rule("r")).isEqualTo(new RuleScore("r", 4, 2, 1, 1));
    assertThat(rule("r").precision()).isEqualTo(0.5);
    assertThat(kind("flight").recall()).isEqualTo(1);
  }

  @Test
  void whatIsHonestIsNotHitByAnAlertThatIsRight() {
    spree("a", 0);
    staged("f", 2500, "flight", false, "b");
    alert("1", "r", "a3", 3000, 4, true, "f", "a3");
    assertThat(kind("flight").noticed()).isZero();
    assertThat(kind("spree").recall()).isEqualTo(1);
    alert("2", "r", "f", 2500, 1, true, "f");
    assertThat(kind("flight").recall()).isEqualTo(1);
  }

  @Test
  void recallCountsCampaignsAndNotPayments() {
    spree("a", 0);
    spree("b", 0);
    spree("c", 0);
    alert("1", "r", "a2", 2000, 3, true);
    alert("2", "r", "a3", 3000, 4, true);
    alert("3", "s", "b3", 3000, 4, true);
    KindScore spree = kind("spree");
    assertThat(spree.campaigns()).isEqualTo(3);
    assertThat(spree.recall()).isEqualTo(2 / 3.0);
    assertThat(spree.recallBy("r")).isEqualTo(1 / 3.0);
    assertThat(spree.recallBy("unknown")).isZero();
  }

  /** What is only evidence was let through. */
  @Test
  void flaggedArePaymentsThatWereJudgedThemselves() {
    spree("a", 0);
    spree("b", 0);
    alert("1", "r", "a2", 2000, 3, true, "a0", "a1", "a2");
    alert("2", "s", "a2", 2000, 3, true, "a2");
    alert("3", "t", null, 3000, 4, true, "b0", "b1");
    alert("4", "r", "honest", 3000, 4, true, "b3", "honest");
    alert("5", "r", "b2", 2000, 3, true);
    alert("5", "r", "b2", 2000, 4, false);
    assertThat(kind("spree").noticed()).isEqualTo(2);
    assertThat(kind("spree").payments()).isEqualTo(8);
    assertThat(kind("spree").flagged()).isEqualTo(1);
    assertThat(kind("spree").flaggedShare()).isEqualTo(1 / 8.0);
  }

  @Test
  void whatWasWithdrawnCountsForNothing() {
    spree("a", 0);
    alert("1", "r", "a1", 1000, 2, true);
    alert("1", "r", "a1", 1000, 3, false);
    assertThat(scoring.card().rules()).isEmpty();
    assertThat(kind("spree").noticed()).isZero();
  }

  @Test
  void whatFlagsNothingFindsNothing() {
    spree("a", 0);
    alert("1", "r", "a1", 1000, 2, true, Alert.Mode.SNOOZED);
    alert("2", "s", "a2", 2000, 3, true, Alert.Mode.SHADOW);
    assertThat(scoring.card().rules()).isEmpty();
    assertThat(kind("spree").noticed()).isZero();
    alert("3", "t", null, 1000, 2, true, Alert.Mode.SNOOZED, "a1");
    alert("3", "t", null, 3000, 4, true, Alert.Mode.LIVE, "a1", "a3");
    assertThat(rule("t").alerts()).isEqualTo(1);
    assertThat(kind("spree").medianDelayMillis()).isEqualTo(3000);
  }

  /** Payments beside payments: evidence, totals and what was withdrawn are none. */
  @Test
  void whatIsOnTrialStandsBesideTheLiveRules() {
    spree("a", 0);
    staged("f", 0, "flight", false, "b");
    alert("1", "r", "a2", 2000, 3, true, "a0", "a1", "a2");
    alert("2", "s", "a2", 2000, 3, true);
    alert("3", "s", "honest", 3000, 4, true, "a3");
    alert("4", "t", null, 3000, 4, true, "a1");
    alert("5", "model", "a1", 1000, 3, true, Alert.Mode.SHADOW);
    alert("6", "model", "a2", 2000, 3, true, Alert.Mode.SHADOW);
    alert("7", "model", "a3", 3000, 4, true, Alert.Mode.SHADOW);
    alert("8", "model", "f", 0, 1, true, Alert.Mode.SHADOW);
    alert("9", "model", "a0", 0, 1, true, Alert.Mode.SHADOW);
    alert("9", "model", "a0", 0, 2, false, Alert.Mode.SHADOW);
    alert("10", "u", "a0", 0, 1, true, Alert.Mode.SNOOZED);
    List<Flagged> flagged = scoring.flagged("live");
    assertThat(flagged)
        .containsExactly(new Flagged("live", 2, 1, 4), new Flagged("model", 4, 3, 4));
    assertThat(flagged.get(1).precision()).isEqualTo(0.75);
    assertThat(flagged.get(0).recall()).isEqualTo(0.25);
    assertThat(ScoreTable.print(flagged).lines().map(String::strip))
        .containsExactly(
            "Flagged by  payments  frauds  precision  recall",
            "live               2       1     50.0 %  25.0 %",
            "model              4       3     75.0 %  75.0 %");
  }

  @Test
  void theOrderOfRecordsDoesNotMatter() {
    spree("a", 0);
    alert("1", "r", "a1", 1000, 3, false);
    alert("1", "r", "a1", 1000, 2, true);
    alert("1", "r", "a1", 1000, 4, true);
    alert("1", "r", "a1", 1000, 4, true);
    assertThat(rule("r").alerts()).isEqualTo(1);
  }

  @Test
  void theDelayIsFromTheFirstPaymentToTheFirstAlert() {
    spree("a", 10_000);
    alert("2", "r", "a3", 13_000, 4, true);
    alert("1", "s", "a2", 12_000, 3, true);
    assertThat(kind("spree").medianDelayMillis()).isEqualTo(2000);
    assertThat(kind("spree").medianPayments()).isEqualTo(3);
  }

  @Test
  void ofAWindowTheFirstWordCounts() {
    spree("a", 10_000);
    alert("w", "total", null, 11_000, 2, true, "a0", "a1");
    alert("w", "total", null, 13_000, 4, true, "a0", "a1", "a2", "a3");
    assertThat(kind("spree").medianDelayMillis()).isEqualTo(1000);
    assertThat(kind("spree").medianPayments()).isEqualTo(2);
  }

  @Test
  void nothingIsScoredAsNothing() {
    assertThat(scoring.card().rules()).isEmpty();
    assertThat(ScoreTable.print(scoring.card())).contains("Rule", "Attack");
    spree("a", 0);
    assertThat(kind("spree").recall()).isZero();
    assertThat(ScoreTable.print(scoring.card())).contains("0.0 %");
  }

  @Test
  void theCardHasATableAndJson() {
    spree("a", 0);
    staged("f", 0, "flight", false, "b");
    alert("1", "r", "a2", 2000, 3, true);
    String table = ScoreTable.print(scoring.card());
    assertThat(table.lines())
        .anySatisfy(line -> assertThat(line.split(" +")).containsSequence("r", "1", "1", "100.0"))
        .anySatisfy(
            line -> assertThat(line).contains("spree").contains("2 s").endsWith("r 100.0 %"));
    assertThat(new String(ScoreCardJson.write(scoring.card()), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"rules\":[{\"rule\":\"r\",\"alerts\":1,\"right\":1,\"onLookAlikes\":0,"
                + "\"onOrdinary\":0,\"precision\":1.0}],"
                + "\"attacks\":[{\"kind\":\"spree\",\"campaigns\":1,\"noticed\":1,\"recall\":1.0,"
                + "\"payments\":4,\"flagged\":1,"
                + "\"medianDelayMillis\":2000,\"p95DelayMillis\":2000,\"medianPayments\":3,"
                + "\"byRule\":{\"r\":1}}],"
                + "\"lookAlikes\":[{\"kind\":\"flight\",\"campaigns\":1,\"noticed\":0,"
                + "\"hitShare\":0.0,\"payments\":1,\"flagged\":0,\"medianDelayMillis\":0,\"p95DelayMillis\":0,"
                + "\"medianPayments\":0,\"byRule\":{}}]}");
  }
}
