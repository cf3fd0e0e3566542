package weir.dashboard.live;

import java.util.concurrent.TimeUnit;

/** Waiting, and being told to stop while at it. */
final class Pause {
  private static final long TO_END_MILLIS = 5000;

  private Pause() {}

  /** False if the thread is to end. */
  static boolean millis(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static void join(Thread thread) {
    try {
      thread.join(TO_END_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
