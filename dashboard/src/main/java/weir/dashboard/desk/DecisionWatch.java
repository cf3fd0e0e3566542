package weir.dashboard.desk;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import weir.dashboard.store.Database;

/** Finds new decisions, also those that were made at another page over the same database. */
final class DecisionWatch implements AutoCloseable {
  /** A row may become visible this long after its time. */
  private static final int OVERLAP_SECONDS = 10;

  private final Consumer<List<Decision>> tell;
  private final Watch watch;
  private Set<Long> known = new HashSet<>();
  private long lookedAtNanos = System.nanoTime();

  DecisionWatch(Supplier<Optional<Database>> desk, Consumer<List<Decision>> tell) {
    this.tell = tell;
    watch = new Watch("decisions", desk, this::look);
  }

  void look() {
    watch.look();
  }

  private void look(Database desk) throws SQLException {
    long now = System.nanoTime();
    int away = (int) TimeUnit.NANOSECONDS.toSeconds(now - lookedAtNanos);
    List<Decision> last =
        desk.ask(connection -> Decisions.ofTheLast(connection, away + OVERLAP_SECONDS));
    lookedAtNanos = now;
    List<Decision> news = last.stream().filter(each -> !known.contains(each.id())).toList();
    known = last.stream().map(Decision::id).collect(Collectors.toCollection(HashSet::new));
    if (!news.isEmpty()) {
      tell.accept(news);
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
