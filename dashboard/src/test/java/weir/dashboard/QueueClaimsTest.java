package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import weir.dashboard.access.Role;

/** Who works which case. */
@ExtendWith(SharedDesk.class)
@Timeout(120)
class QueueClaimsTest extends QueueScene {
  QueueClaimsTest(DeskStage stage) {
    super(stage);
  }

  private void change(String sql) throws Exception {
    try (Connection connection = stage.postgres.connect(stage.postgres.owner());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void twoWhoTakeAtOnceNeverGetTheSame() throws Exception {
    for (int i = 0; i < 50; i++) {
      open("q2-" + i, "q-two");
    }
    List<Person> both = List.of(stage.somebody(Role.ANALYST), stage.somebody(Role.ANALYST));
    cases(both.get(0), "q-two", 50);
    List<CompletableFuture<List<String>>> work = new ArrayList<>();
    for (Person each : both) {
      work.add(
          CompletableFuture.supplyAsync(
              () -> {
                List<String> got = new ArrayList<>();
                try {
                  for (String user = taken(each.post(TAKE, next("q-two")));
                      !user.isEmpty();
                      user = taken(each.post(TAKE, next("q-two")))) {
                    got.add(user);
                  }
                } catch (Exception failed) {
                  throw new IllegalStateException(failed);
                }
                return got;
              }));
    }
    List<String> all = new ArrayList<>();
    for (CompletableFuture<List<String>> each : work) {
      assertThat(each.join()).as("both work").isNotEmpty();
      all.addAll(each.join());
    }
    assertThat(all).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void whatSomebodyWorksNobodyElseDecidesUnlessTheyTakeItOver() throws Exception {
    open("q-held", "q-held");
    Person ada = stage.somebody(Role.ANALYST, "q-ada");
    Person bob = stage.somebody(Role.ANALYST, "q-bob");
    cases(ada, "q-held", 1);
    assertThat(taken(ada.post(TAKE, about("q-held")))).isEqualTo("q-held");

    HttpResponse<String> refused = bob.post(TAKE, about("q-held"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Taken by q-ada", "\"takenBy\":\"q-ada\"");
    String wish = "\"user\":\"q-held\",\"decision\":\"dismissed\"";
    assertThat(bob.post("/api/decisions", "{" + wish + "}").body())
        .contains("\"takenBy\":\"q-ada\"");
    HttpResponse<String> over = bob.post("/api/decisions", "{" + wish + ",\"takeOver\":true}");
    assertThat(over.statusCode()).as(over.body()).isEqualTo(200);
    Waiting.until("nobody works it any more", () -> claims("q-held").isEmpty());
    assertThat(stage.somebody(Role.ADMIN).get("/api/audit").body())
        .contains(
            "\"who\":\"q-ada\",\"action\":\"took a case\",\"subject\":\"q-held\"",
            "which q-ada had taken");
  }

  @Test
  void aClaimEndsByGivingItBackByTimeAndBySigningOut() throws Exception {
    open("q-end", "q-end");
    Person ada = stage.somebody(Role.ANALYST, "q-end-ada");
    Person bob = stage.somebody(Role.ANALYST, "q-end-bob");
    cases(ada, "q-end", 1);
    ada.post(TAKE, about("q-end"));
    assertThat(taken(bob.post(TAKE, next("q-end")))).as("there is no other").isEmpty();
    assertThat(ada.post("/api/queue/give-back", about("q-end")).body()).contains("true");
    assertThat(taken(bob.post(TAKE, next("q-end")))).isEqualTo("q-end");

    change("update desk.claims set until = now() where user_id = 'q-end'");
    assertThat(taken(ada.post(TAKE, next("q-end")))).as("it has ended").isEqualTo("q-end");
    assertThat(bob.post("/api/queue/give-back", about("q-end")).body()).contains("false");

    ada.post("/api/sign-out", "{}");
    assertThat(claims("q-end")).isEmpty();
    bob.post(TAKE, about("q-end"));
    change("update desk.accounts set role = 'reader' where name = 'q-end-bob'");
    assertThat(claims("q-end")).isEmpty();
  }

  @Test
  void allPagesHearWhoWorksWhat() throws Exception {
    open("q-heard", "q-heard");
    Person ada = stage.somebody(Role.ANALYST, "q-heard-ada");
    Person reader = stage.somebody(Role.READER);
    cases(ada, "q-heard", 1);
    assertThat(reader.post(TAKE, about("q-heard")).statusCode()).isEqualTo(403);
    try (Events events = Events.as(stage.address(), Objects.requireNonNull(reader.cookie))) {
      assertThat(events.next("event: ")).isEqualTo("event: state");
      ada.post(TAKE, about("q-heard"));
      String told = "";
      while (!told.contains("q-heard-ada")) {
        events.next("event: claims");
        told = events.next("data: ");
      }
      assertThat(told).contains("\"user\":\"q-heard\"");
    }
  }
}
