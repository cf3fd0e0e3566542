package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.dashboard.access.Role;
import weir.model.Alert;
import weir.model.Severity;

/** The order of the queue, its pages and its filters. */
@ExtendWith(SharedDesk.class)
@Timeout(120)
class QueueTest extends QueueScene {
  QueueTest(DeskStage stage) {
    super(stage);
  }

  @Test
  void theGravestComesFirstAndPagesGoOnWhileAlertsArrive() throws Exception {
    Person reader = stage.somebody(Role.READER);
    open("qo-low", Severity.LOW, "q-order");
    open("qo-high-1", Severity.HIGH, "q-order");
    open("qo-high-2", Severity.HIGH, "q-order");
    open("qo-high-2", Severity.LOW, "q-order");
    open("qo-critical", Severity.CRITICAL, "q-order");
    JsonNode all = cases(reader, "q-order", 4);
    assertThat(users(all)).containsExactly("qo-critical", "qo-high-2", "qo-high-1", "qo-low");
    JsonNode second = all.get("cases").get(1);
    assertThat(second.get("alerts").asInt()).isEqualTo(2);
    assertThat(new BigDecimal(second.get("money").get(0).get("amount").asText()))
        .isEqualByComparingTo("25.00");
    assertThat(second.get("claim").isNull()).isTrue();

    JsonNode page = json(reader.get(QUEUE + "?rule=q-order&most=2"));
    assertThat(users(page)).containsExactly("qo-critical", "qo-high-2");
    open("qo-critical-2", Severity.CRITICAL, "q-order");
    cases(reader, "q-order", 5);
    JsonNode rest =
        json(reader.get(QUEUE + "?rule=q-order&most=9&after=" + page.get("next").asText()));
    assertThat(users(rest)).containsExactly("qo-high-1", "qo-low");
    assertThat(rest.get("next").isNull()).isTrue();
    assertThat(rest.get("total").asInt()).isEqualTo(5);
  }

  @Test
  void everyFilterLeavesOutWhatDoesNotPass() throws Exception {
    Person reader = stage.somebody(Role.READER);
    open("qf-one", Severity.LOW, "q-filter");
    open("qf-one", Severity.LOW, "q-filter");
    open("qf-two", Severity.HIGH, "q-filter");
    cases(reader, "q-filter", 2);
    String rule = QUEUE + "?rule=q-filter";
    assertThat(users(json(reader.get(rule + "&severity=low")))).containsExactly("qf-one");
    assertThat(users(json(reader.get(rule + "&user=qf-two")))).containsExactly("qf-two");
    assertThat(users(json(reader.get(rule + "&amount=13")))).containsExactly("qf-one");
    assertThat(users(json(reader.get(rule + "&text=QF-TWO-")))).containsExactly("qf-two");
    assertThat(users(json(reader.get(rule + "&held=nobody")))).hasSize(2);
    assertThat(users(json(reader.get(rule + "&held=me")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "severity=extreme, severity must be",
    "amount=-1, amount must be a number",
    "held=you, held must be nobody or me",
    "most=0, most must be a number",
    "after=xyz, after must be a place",
  })
  void whatIsNoFilterIsToldSo(String query, String why) throws Exception {
    HttpResponse<String> answer = stage.somebody(Role.READER).get(QUEUE + "?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(why);
  }

  @Test
  void withdrawnAlertsAndThoseOnTrialAreNotOpen() throws Exception {
    long now = System.currentTimeMillis();
    Alert alert = Alerts.found("q-gone", "q-gone", "q-gone", Severity.LOW, now, List.of("q-gone"));
    stage.postgres.insert(Alerts.withdrawn(alert));
    open("q-there", "q-gone");
    assertThat(users(cases(stage.somebody(Role.READER), "q-gone", 1))).containsExactly("q-there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/queue/take | {} | Say what to take",
        "/api/queue/take | {\"user\":\"x\",\"next\":true} | Say what to take",
        "/api/queue/take | {\"next\":\"x\"} | next must be true or false",
        "/api/queue/give-back | {} | Say which case",
        "/api/queue/summary | {} | Say which cases",
        "/api/queue/summary | {\"cases\":[7]} | cases must be a list of objects",
        "/api/queue/summary | {\"cases\":[{}]} | Each case needs a user",
        "/api/queue/bulk | {} | Send a decision",
        "/api/queue/bulk | {\"decision\":\"snoozed\"} | A bulk decision is fraud or dismissed",
        "/api/queue/bulk | {\"undo\":\"x\"} | undo must be a UUID",
      })
  void whatMakesNoSenseIsToldSo(String path, String body, String why) throws Exception {
    HttpResponse<String> answer = stage.somebody(Role.ANALYST).post(path, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(why);
  }
}
