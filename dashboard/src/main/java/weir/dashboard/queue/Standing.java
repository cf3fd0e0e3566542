package weir.dashboard.queue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.Database;
import weir.dashboard.store.OpenCase;
import weir.dashboard.store.OpenCases;
import weir.dashboard.store.Usual;

/**
 * All cases in order, as they were a moment ago. They are looked up only while somebody asks, and
 * the less often the longer that takes: a page must not keep a large table busy.
 */
final class Standing {
  private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(800);
  private static final long LEARN_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** It rests so many times as long as it took. */
  private static final int REST = 4;

  /** A case and its place. */
  record Placed(OpenCase of, Place place) {}

  /**
   * All of them.
   *
   * @param exact whether all open alerts were looked at, and not only the newest
   */
  record Picture(List<Placed> cases, boolean exact) {}

  private final Optional<Database> reading;
  private final Usual usual = new Usual();
  private @Nullable Picture last;
  private long goodUntil;
  private long learnAt = System.nanoTime();

  Standing(Optional<Database> reading) {
    this.reading = reading;
  }

  /** Those who ask at once wait for one answer. */
  synchronized Picture now() throws SQLException {
    long begin = System.nanoTime();
    Picture known = last;
    if (known != null && begin - goodUntil < 0) {
      return known;
    }
    Picture picture = reading().ask(this::look);
    last = picture;
    long end = System.nanoTime();
    goodUntil = end + Math.max(FRESH_NANOS, (end - begin) * REST);
    return picture;
  }

  private Picture look(Connection connection) throws SQLException {
    if (System.nanoTime() - learnAt >= 0) {
      usual.learn(connection);
      learnAt = System.nanoTime() + LEARN_NANOS;
    }
    List<OpenCase> all = OpenCases.all(connection);
    long alerts = all.stream().mapToLong(OpenCase::alerts).sum();
    return new Picture(
        all.stream().map(this::placed).sorted((a, b) -> a.place().compareTo(b.place())).toList(),
        alerts < OpenCases.MOST);
  }

  private Placed placed(OpenCase each) {
    return new Placed(each, Place.of(each, usual.worth(each)));
  }

  /** The cases of these users as they are now, in order. */
  List<Placed> of(List<OpenCases.Wanted> wanted) throws SQLException {
    return reading().ask(connection -> OpenCases.of(connection, wanted)).stream()
        .map(this::placed)
        .sorted((a, b) -> a.place().compareTo(b.place()))
        .toList();
  }

  /** The case of this user as it is now. */
  Optional<Placed> of(String user) throws SQLException {
    return of(List.of(new OpenCases.Wanted(user, null))).stream().findFirst();
  }

  Database reading() throws SQLException {
    return reading.orElseThrow(() -> new SQLException("there is no database"));
  }
}
