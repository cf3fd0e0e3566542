package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import weir.model.Severity;

/** Cases of the queue, and what people do with them. */
class QueueScene {
  static final JsonMapper JSON = new JsonMapper();
  static final String QUEUE = "/api/queue";
  static final String TAKE = "/api/queue/take";
  static final String BULK = "/api/queue/bulk";

  final DeskStage stage;

  QueueScene(DeskStage stage) {
    this.stage = stage;
  }

  /** An open alert of this user with a payment of 12.50. */
  void open(String user, Severity severity, String rule) throws Exception {
    long now = System.currentTimeMillis();
    String payment = user + "-" + UUID.randomUUID();
    stage.postgres.insert(Alerts.payment(payment, user, now, "Porto"), true);
    stage.postgres.insert(Alerts.found(payment, user, rule, severity, now, List.of(payment)));
  }

  void open(String user, String rule) throws Exception {
    open(user, Severity.HIGH, rule);
  }

  static JsonNode json(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  static List<String> users(JsonNode page) {
    List<String> users = new ArrayList<>();
    page.get("cases").forEach(each -> users.add(each.get("user").asText()));
    return users;
  }

  /** The cases of this rule, once there are as many. */
  JsonNode cases(Person person, String rule, int many) throws Exception {
    String path = QUEUE + "?most=200&rule=" + rule;
    Waiting.until(many + " are there", () -> users(json(person.get(path))).size() == many);
    return json(person.get(path));
  }

  static String cases(List<String> users) {
    return "\"cases\":[" + String.join(",", users.stream().map(QueueScene::about).toList()) + "]";
  }

  static String next(String rule) {
    return "{\"next\":true,\"rule\":\"" + rule + "\"}";
  }

  static String about(String user) {
    return "{\"user\":\"" + user + "\"}";
  }

  static String taken(HttpResponse<String> answer) throws Exception {
    JsonNode taken = json(answer).get("taken");
    return taken.isNull() ? "" : taken.get("user").asText();
  }

  List<String> claims(String user) throws Exception {
    try (Connection connection = stage.postgres.connect(stage.postgres.owner());
        var asked = connection.prepareStatement("select who from desk.claims where user_id = ?")) {
      asked.setString(1, user);
      List<String> claims = new ArrayList<>();
      try (var rows = asked.executeQuery()) {
        while (rows.next()) {
          claims.add(rows.getString(1));
        }
      }
      return claims;
    }
  }
}
