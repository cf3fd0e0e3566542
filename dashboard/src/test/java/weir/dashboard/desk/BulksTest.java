package weir.dashboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weir.dashboard.Alerts;
import weir.dashboard.PostgresStage;
import weir.dashboard.Waiting;
import weir.dashboard.access.DeskSchema;
import weir.dashboard.access.Visitor;
import weir.dashboard.live.Feed;
import weir.dashboard.live.Found;
import weir.dashboard.store.AlertsToDecide;
import weir.dashboard.store.Database;
import weir.dashboard.store.DatabaseSettings;
import weir.dashboard.store.OpenCases;
import weir.notice.Notice;

/** Killed in the middle of a bulk decision. */
@Timeout(120)
class BulksTest {
  private static final int CASES = 30;
  private static final int KILLED_AT = 7;

  /** A log that takes some labels, and whose process is killed then. */
  private static final class Log implements Wire {
    final List<String> labels = new CopyOnWriteArrayList<>();
    final AtomicInteger left = new AtomicInteger(KILLED_AT);

    @Override
    public List<Long> labels(List<Label> said) {
      if (left.get() <= 0) {
        throw new IllegalStateException("killed");
      }
      List<Long> times = new ArrayList<>();
      for (Label each : said) {
        labels.add(each.payment().id());
        times.add(1_767_225_600_000L);
      }
      if (left.decrementAndGet() == 0) {
        throw new IllegalStateException("killed between label and row");
      }
      return times;
    }

    @Override
    public void list(Notice.ListChange change) {
      throw new UnsupportedOperationException("no snoozes here");
    }

    @Override
    public void check(Notice.ListChange change) {
      throw new UnsupportedOperationException("no snoozes here");
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @Test
  void noneOfItIsLostAndNoneIsDecidedTwice() throws Exception {
    try (PostgresStage postgres = new PostgresStage()) {
      DatabaseSettings settings =
          new DatabaseSettings(postgres.jdbcUrl(), postgres.owner(), /* password= */ "");
      DeskSchema.migrate(settings);
      try (Database database = Database.forDesk(settings)) {
        Feed feed = new Feed();
        List<OpenCases.Wanted> cases = new ArrayList<>();
        long now = System.currentTimeMillis();
        for (int i = 0; i < CASES; i++) {
          String id = "bulk-" + i;
          feed.add(Found.of(Alerts.withEvidence(id, "user-" + i, now, List.of(id)), now));
          cases.add(new OpenCases.Wanted("user-" + i, null));
        }
        Items items = new Items(new AlertsToDecide(Optional.empty(), feed));
        BulkWish wish = new BulkWish(UUID.randomUUID(), Kind.FRAUD, null, "one ring", cases);
        Visitor ada = new Visitor("ada", "here");
        Log log = new Log();
        try (Outbox killed = new Outbox(() -> Optional.of(database), log, () -> {})) {
          Bulks bulks = new Bulks(() -> database, () -> killed, items);
          assertThat(bulks.decide(wish, ada, (connection, user) -> {}).cases()).isEqualTo(CASES);
          Waiting.until("it is killed", () -> log.left.get() <= 0);
          assertThat(bulks.progress(wish.id()).done()).isEqualTo(KILLED_AT - 1);
        }
        log.left.set(Integer.MAX_VALUE);
        try (Outbox next = new Outbox(() -> Optional.of(database), log, () -> {})) {
          Bulks bulks = new Bulks(() -> database, () -> next, items);
          bulks.decide(wish, ada, (connection, user) -> {});
          Waiting.until("it is done", () -> bulks.progress(wish.id()).done() == CASES);
          assertThat(bulks.progress(wish.id()).why()).isNull();
        }
        assertThat(new HashSet<>(log.labels)).hasSize(CASES);
        assertThat(log.labels).as("one label is said again").hasSize(CASES + 1);
        List<Decision> decisions = database.ask(Decisions::standing);
        assertThat(decisions).hasSize(CASES);
      }
    }
  }
}
