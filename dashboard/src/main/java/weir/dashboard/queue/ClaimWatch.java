package weir.dashboard.queue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import weir.dashboard.desk.Watch;
import weir.dashboard.store.Database;

/** Tells who works what, whichever page they work at. */
final class ClaimWatch implements AutoCloseable {
  private final Consumer<List<Claim>> tell;
  private final Watch watch;
  private List<Claim> last = List.of();

  ClaimWatch(Supplier<Optional<Database>> desk, Consumer<List<Claim>> tell) {
    this.tell = tell;
    watch = new Watch("claims", desk, this::look);
  }

  void look() {
    watch.look();
  }

  private void look(Database desk) throws SQLException {
    List<Claim> now = desk.ask(Claims::all);
    if (!now.equals(last)) {
      last = now;
      tell.accept(now);
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
