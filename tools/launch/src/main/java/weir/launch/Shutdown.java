package weir.launch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Closes what was started, the last first, when its block ends; and lets a signal end the block and
 * then waits for that.
 */
public final class Shutdown implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean asked;

  /**
   * Begins the block.
   *
   * @param whenAsked what makes the block end when a signal comes
   */
  public Shutdown(Runnable whenAsked) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ask(whenAsked)));
  }

  private void ask(Runnable whenAsked) {
    asked = true;
    whenAsked.run();
    try {
      boolean inTime = closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (!inTime) {
        System.getLogger("weir").log(System.Logger.Level.WARNING, "gave up waiting for the end");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  public <T extends AutoCloseable> T add(T resource) {
    started.push(resource);
    return resource;
  }

  /** Leaves the block if a signal came: its start shall not go on. */
  public void check() {
    if (asked) {
      throw new StoppedException();
    }
  }

  /** That a signal came before everything was started. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  public boolean asked() {
    return asked;
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception failed) {
        // The others shall be closed all the same.
        System.getLogger("weir").log(System.Logger.Level.WARNING, "not closed", failed);
      }
    }
    closed.countDown();
  }
}
