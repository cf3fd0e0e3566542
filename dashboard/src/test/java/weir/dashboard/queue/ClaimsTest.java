package weir.dashboard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weir.dashboard.Alerts;
import weir.dashboard.PostgresStage;
import weir.dashboard.access.DeskSchema;
import weir.dashboard.access.Visitor;
import weir.dashboard.store.Database;
import weir.dashboard.store.DatabaseSettings;
import weir.dashboard.store.OpenCases;

/** Cases are taken by one person at a time, with nothing but a database. */
@Timeout(120)
class ClaimsTest {
  private static final int CASES = 50;

  @Test
  void twoWhoTakeAtOnceNeverGetTheSame() throws Exception {
    try (PostgresStage stage = new PostgresStage()) {
      DatabaseSettings settings = new DatabaseSettings(stage.jdbcUrl(), stage.owner(), "");
      DeskSchema.migrate(settings);
      long now = System.currentTimeMillis();
      for (int i = 0; i < CASES; i++) {
        stage.insert(Alerts.withEvidence("a-" + i, "user-" + i, now, List.of("t-" + i)));
      }
      CaseFilter all = new CaseFilter(null, "velocity", null, "user-", null, null);
      try (Database desk = Database.forDesk(settings);
          Database reading = new Database(settings);
          Queue queue = new Queue(() -> Optional.of(desk), Optional.of(reading), claims -> {})) {
        Queue.Page page = queue.page(all, null, 20, "ada");
        assertThat(page.total()).isEqualTo(CASES);
        assertThat(queue.page(all, page.next(), 200, "ada").cases()).hasSize(CASES - 20);
        List<CompletableFuture<List<String>>> both = new ArrayList<>();
        for (String who : List.of("ada", "bob")) {
          both.add(CompletableFuture.supplyAsync(() -> takeAll(queue, all, who)));
        }
        List<String> taken = new ArrayList<>();
        for (CompletableFuture<List<String>> each : both) {
          assertThat(each.join()).isNotEmpty();
          taken.addAll(each.join());
        }
        assertThat(taken).hasSize(CASES).doesNotHaveDuplicates();
        String ofAda = both.get(0).join().get(0);
        Visitor bob = new Visitor("bob", "here");
        assertThat(catching(() -> queue.take(ofAda, false, bob))).contains("Taken by ada");
        assertThat(queue.take(ofAda, true, bob).claim()).extracting("who").isEqualTo("bob");
        assertThat(queue.giveBack(ofAda, bob)).isTrue();
        Queue.Summary summary =
            queue.summary(
                List.of(
                    new OpenCases.Wanted(ofAda, now + 60_000),
                    new OpenCases.Wanted(both.get(0).join().get(1), null)),
                "bob");
        assertThat(summary.cases()).isEqualTo(1);
        assertThat(summary.left()).hasSize(1);
      }
    }
  }

  private interface Doing {
    Object run() throws Exception;
  }

  private static String catching(Doing doing) throws Exception {
    try {
      return doing.run().toString();
    } catch (HeldException held) {
      return String.valueOf(held.getMessage());
    }
  }

  private static List<String> takeAll(Queue queue, CaseFilter all, String who) {
    List<String> taken = new ArrayList<>();
    try {
      Visitor visitor = new Visitor(who, "here");
      for (var row = queue.next(all, null, visitor);
          row.isPresent();
          row = queue.next(all, null, visitor)) {
        taken.add(row.get().user());
      }
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
    return taken;
  }
}
