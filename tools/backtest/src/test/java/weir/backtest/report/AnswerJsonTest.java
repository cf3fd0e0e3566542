package weir.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Figures;
import weir.backtest.answer.RuleAnswer;
import weir.model.Alert;

/** Programs find every figure where the documentation says. */
class AnswerJsonTest {
  private static final List<String> OF_A_SIDE =
      List.of(
          "alerts",
          "perDay",
          "users",
          "frauds",
          "honest",
          "unlabelled",
          "inSight",
          "precision",
          "recall",
          "falseAlarms",
          "falseAlarmsPerFraud",
          "caught",
          "missed");

  private static JsonNode read(Answer answer) throws Exception {
    return new ObjectMapper().readTree(AnswerJson.text(answer));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void itsNamesAndTheirOrderStay() throws Exception {
    JsonNode json = read(Answers.labelled());
    assertThat(names(json))
        .containsExactly(
            "before",
            "after",
            "partial",
            "period",
            "volume",
            "change",
            "flagged",
            "rules",
            "overlaps",
            "days",
            "notes");
    assertThat(names(json.at("/period"))).containsExactly("from", "to", "days");
    assertThat(names(json.at("/volume")))
        .containsExactly(
            "records",
            "payments",
            "deadLetters",
            "unsettled",
            "labels",
            "frauds",
            "unknown",
            "sample");
    assertThat(names(json.at("/flagged"))).containsExactly("before", "after", "change");
    assertThat(names(json.at("/flagged/after"))).isEqualTo(OF_A_SIDE);
    assertThat(names(json.at("/rules/0")))
        .containsExactly("rule", "before", "after", "change", "added", "removed");
    assertThat(names(json.at("/rules/0/before/live"))).isEqualTo(OF_A_SIDE);
    assertThat(names(json.at("/rules/0/change")))
        .containsExactly("kept", "changed", "added", "removed");
    assertThat(names(json.at("/rules/0/added/0")))
        .containsExactly(
            "alertId",
            "rule",
            "ruleVersion",
            "userId",
            "transactionId",
            "time",
            "amount",
            "currency",
            "standing",
            "reason",
            "truth");
    assertThat(names(json.at("/overlaps/0")))
        .containsExactly("one", "other", "payments", "ofOne", "ofOther");
    assertThat(names(json.at("/days/0"))).containsExactly("date", "before", "after");
  }

  @Test
  void itsFiguresAreThoseOfTheAnswer() throws Exception {
    Answer answer = Answers.labelled();
    JsonNode json = read(answer);
    assertThat(json.at("/before").textValue()).isEqualTo("the books in force then");
    assertThat(json.at("/period/from").textValue()).isEqualTo("2026-01-30T00:00:00.000Z");
    assertThat(json.at("/period/days").doubleValue()).isEqualTo(31);
    assertThat(json.at("/volume/sample").doubleValue()).isEqualTo(1);
    assertThat(json.at("/change/added").longValue())
        .isEqualTo(answer.rules().stream().mapToLong(each -> each.change().added()).sum());
    assertThat(json.at("/flagged/change/removed").longValue()).isEqualTo(119);
    same(json.at("/flagged/before"), answer.flagged().before());
    same(json.at("/flagged/after"), answer.flagged().after());
    for (int i = 0; i < answer.rules().size(); i++) {
      RuleAnswer rule = answer.rules().get(i);
      JsonNode told = json.at("/rules").get(i);
      assertThat(told.at("/rule").textValue()).isEqualTo(rule.rule());
      assertThat(names(told.at("/before")))
          .isEqualTo(rule.before().keySet().stream().map(Alert.Mode::code).toList());
      rule.before().forEach((mode, figures) -> same(told.at("/before/" + mode.code()), figures));
      rule.after().forEach((mode, figures) -> same(told.at("/after/" + mode.code()), figures));
      assertThat(told.at("/change/kept").longValue()).isEqualTo(rule.change().kept());
      assertThat(told.at("/added")).hasSize(rule.added().size());
    }
    assertThat(json.at("/days")).hasSize(31);
    assertThat(json.at("/days/1/date").textValue()).isEqualTo("2026-01-31");
    assertThat(json.at("/days/1/after").longValue()).isEqualTo(answer.days().get(1).after());
  }

  private static void same(JsonNode json, Figures figures) {
    assertThat(json.at("/alerts").isIntegralNumber()).isTrue();
    assertThat(json.at("/alerts").longValue()).isEqualTo(figures.alerts());
    assertThat(json.at("/perDay").doubleValue()).isEqualTo(figures.perDay());
    var hits = figures.hits();
    if (hits == null) {
      for (String each : OF_A_SIDE.subList(3, OF_A_SIDE.size())) {
        assertThat(json.get(each).isNull()).as(each).isTrue();
      }
      return;
    }
    assertThat(json.at("/falseAlarms").longValue()).isEqualTo(hits.falseAlarms());
    if (hits.precision().isPresent()) {
      assertThat(json.at("/precision").doubleValue()).isEqualTo(hits.precision().getAsDouble());
    } else {
      assertThat(json.at("/precision").isNull()).isTrue();
    }
    assertThat(names(json.at("/caught"))).isEqualTo(List.copyOf(hits.caught().keySet()));
    hits.caught()
        .forEach(
            (currency, sum) ->
                assertThat(json.at("/caught/" + currency).decimalValue())
                    .isEqualByComparingTo(sum));
  }

  @Test
  void whatRecordsSayIsWholeAndInQuotes() throws Exception {
    String text = AnswerJson.text(Answers.labelled());
    assertThat(text.lines()).hasSize(1);
    JsonNode rules = new ObjectMapper().readTree(text).at("/rules");
    JsonNode example = rules.get(rules.size() - 1).at("/added/0");
    assertThat(example.at("/userId").textValue()).isEqualTo(Answers.HOSTILE);
    assertThat(example.at("/reason").textValue()).isEqualTo(Answers.HOSTILE);
  }

  @Test
  void whatIsNotThereIsNull() throws Exception {
    JsonNode json = read(Answers.alone());
    assertThat(json.get("before").isNull()).isTrue();
    JsonNode total = read(Answers.labelled()).at("/rules/4/removed/0");
    assertThat(total.get("transactionId").isNull()).isTrue();
    assertThat(total.get("amount").isNull()).isTrue();
    assertThat(total.get("currency").isNull()).isTrue();
  }
}
