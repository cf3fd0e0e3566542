package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import weir.dashboard.access.Role;

/** Deciding about many cases at once. */
@ExtendWith(SharedDesk.class)
@Timeout(120)
class QueueBulkTest extends QueueScene {
  QueueBulkTest(DeskStage stage) {
    super(stage);
  }

  private static JsonNode finished(Person person, String bulk) throws Exception {
    String path = BULK + "?id=" + bulk;
    Waiting.until(
        "it is done",
        () -> {
          JsonNode far = json(person.get(path));
          return far.get("done").asInt() == far.get("cases").asInt();
        });
    return json(person.get(path));
  }

  @Test
  void aBulkDecisionIsSummedUpMadeOnceAndTakenBack() throws Exception {
    List<String> users = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      users.add("qb-" + i);
      open("qb-" + i, "q-bulk");
    }
    Person ada = stage.somebody(Role.ANALYST);
    Person bob = stage.somebody(Role.ANALYST, "qb-bob");
    cases(ada, "q-bulk", 12);
    bob.post(TAKE, about("qb-3"));
    List<String> wanted = new ArrayList<>(users);
    wanted.add("qb-nobody");

    JsonNode summary = json(ada.post("/api/queue/summary", "{" + cases(wanted) + "}"));
    assertThat(summary.get("cases").asInt()).isEqualTo(11);
    assertThat(summary.get("alerts").asInt()).isEqualTo(11);
    assertThat(new BigDecimal(summary.get("money").get(0).get("amount").asText()))
        .isEqualByComparingTo("137.50");
    assertThat(summary.get("left").toString())
        .contains("Taken by qb-bob", "Nothing is open any more");

    String id = UUID.randomUUID().toString();
    String wish =
        "{\"id\":\""
            + id
            + "\",\"decision\":\"fraud\",\"note\":\"one ring\","
            + cases(wanted)
            + "}";
    for (int i = 0; i < 3; i++) {
      assertThat(ada.post(BULK, wish).statusCode()).isEqualTo(200);
    }
    JsonNode done = finished(ada, id);
    assertThat(done.get("cases").asInt()).isEqualTo(11);
    Set<String> decided = new TreeSet<>();
    done.get("decided").forEach(each -> decided.add(each.asText()));
    assertThat(decided).hasSize(11).doesNotContain("qb-3");
    assertThat(done.get("left").toString()).contains("qb-3", "Taken by qb-bob", "qb-nobody");
    JsonNode rows = JSON.readTree(ada.get("/api/decisions?user=qb-0").body()).get("decisions");
    assertThat(rows).as("once").hasSize(1);
    assertThat(rows.get(0).get("note").asText()).isEqualTo("one ring");
    cases(ada, "q-bulk", 1);

    String undo = UUID.randomUUID().toString();
    json(ada.post(BULK, "{\"id\":\"" + undo + "\",\"undo\":\"" + id + "\"}"));
    assertThat(finished(ada, undo).get("cases").asInt()).isEqualTo(11);
    cases(ada, "q-bulk", 12);
    assertThat(ada.post(BULK, "{\"undo\":\"" + undo + "\"}").statusCode()).isEqualTo(400);
  }

  @Test
  void theSameBulkDecisionByTwoIsMadeOnce() throws Exception {
    List<String> users = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      users.add("qr-" + i);
      open("qr-" + i, "q-race");
    }
    List<Person> both = List.of(stage.somebody(Role.ANALYST), stage.somebody(Role.ANALYST));
    cases(both.get(0), "q-race", 20);
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (Person each : both) {
      String id = UUID.randomUUID().toString();
      answers.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  json(
                      each.post(
                          BULK,
                          "{\"id\":\""
                              + id
                              + "\",\"decision\":\"dismissed\","
                              + cases(users)
                              + "}"));
                  return finished(each, id).get("cases").asInt();
                } catch (Exception failed) {
                  throw new IllegalStateException(failed);
                }
              }));
    }
    assertThat(answers.get(0).join() + answers.get(1).join()).isEqualTo(20);
    for (String user : users) {
      JsonNode rows =
          JSON.readTree(both.get(0).get("/api/decisions?user=" + user).body()).get("decisions");
      assertThat(rows).as(user).hasSize(1);
    }
  }

  @Test
  void moreThanTwoHundredAreNotDecidedAtOnce() throws Exception {
    List<String> users = new ArrayList<>();
    for (int i = 0; i < 201; i++) {
      users.add("too-many-" + i);
    }
    HttpResponse<String> answer =
        stage.somebody(Role.ANALYST).post(BULK, "{\"decision\":\"fraud\"," + cases(users) + "}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("200 at most");
  }

  @Test
  void aNameThatLooksLikeCodeIsANameAllTheSame() throws Exception {
    String user = "'; drop table desk.claims; --<img src=x onerror=alert(1)>";
    open(user, "q-hostile");
    Person ada = stage.somebody(Role.ANALYST);
    cases(ada, "q-hostile", 1);
    assertThat(taken(ada.post(TAKE, next("q-hostile")))).isEqualTo(user);
    assertThat(claims(user)).hasSize(1);
    String id = UUID.randomUUID().toString();
    json(
        ada.post(
            BULK, "{\"id\":\"" + id + "\",\"decision\":\"fraud\"," + cases(List.of(user)) + "}"));
    assertThat(finished(ada, id).get("decided").get(0).asText()).isEqualTo(user);
  }
}
