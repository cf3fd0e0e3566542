package weir.dashboard.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Something asked of the database regularly, and the less often the longer the answer takes: a page
 * must not keep a large table busy.
 */
final class Question {
  /** Of its time, the database gives this part to the question at most. */
  private static final int PART = 20;

  private final String name;
  private final long everyNanos;
  private final Database.Query<?> query;
  private @Nullable Object last;
  private long nextNanos = System.nanoTime();

  Question(String name, long everySeconds, Database.Query<?> query) {
    this.name = name;
    this.everyNanos = TimeUnit.SECONDS.toNanos(everySeconds);
    this.query = query;
  }

  /** Sends the next answer in any case: another one may have been sent meanwhile. */
  void forget() {
    last = null;
    nextNanos = System.nanoTime();
  }

  /** Asks if it is time, and sends the answer if it has changed. */
  void askIfDue(Connection connection, BiConsumer<String, Object> tell) throws SQLException {
    long start = System.nanoTime();
    if (start - nextNanos < 0) {
      return;
    }
    Object answer = query.ask(connection);
    long end = System.nanoTime();
    nextNanos = end + Math.max(everyNanos, (end - start) * PART);
    if (!answer.equals(last)) {
      last = answer;
      tell.accept(name, answer);
    }
  }
}
