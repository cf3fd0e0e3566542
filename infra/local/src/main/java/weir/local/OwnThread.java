package weir.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the work of a server on a thread of its own, and waits for it.
 *
 * <p>The JDK closes every file that an interrupted thread writes, and Kafka takes that for a broken
 * disk. So the thread that starts or stops a broker may be interrupted, but the broker's work must
 * not be.
 */
final class OwnThread {
  private OwnThread() {}

  static <T> T call(String name, Duration patience, Callable<T> work)
      throws ExecutionException, TimeoutException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    long end = System.nanoTime() + patience.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException asked) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
