package weir.kafka;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at something in Kafka again and again, for a whole process, in a thread of its own. Nobody
 * closes it, because on some engines no step knows when the job ends; it ends by itself when nobody
 * has asked for a while, and begins again when somebody does.
 */
public final class WhileAsked {
  private final String name;
  private final Supplier<? extends Place> open;
  private final Consumer<RuntimeException> failed;
  private final Duration pause;
  private final long unaskedNanos;
  private volatile long asked;
  private volatile @Nullable Thread thread;
  private volatile boolean complete;

  /** What is looked at. */
  public interface Place extends AutoCloseable {
    /** Looks once, and tells whether all is seen that there will ever be. */
    boolean look();

    @Override
    void close();
  }

  /**
   * Nothing is looked at before somebody asks.
   *
   * @param name of the thread
   * @param open opens the place, again after each failure
   * @param failed is told why the place cannot be opened or looked at
   * @param pause between two looks
   * @param unasked when it ends if nobody asks
   */
  public WhileAsked(
      String name,
      Supplier<? extends Place> open,
      Consumer<RuntimeException> failed,
      Duration pause,
      Duration unasked) {
    this.name = name;
    this.open = open;
    this.failed = failed;
    this.pause = pause;
    this.unaskedNanos = unasked.toNanos();
  }

  /** Somebody wants to know. Cheap, and waits for nothing. */
  public void ask() {
    asked = System.nanoTime();
    if (thread == null && !complete) {
      begin();
    }
  }

  private synchronized void begin() {
    if (thread == null && !complete) {
      Thread fresh = new Thread(this::run, name);
      fresh.setDaemon(true);
      thread = fresh;
      fresh.start();
    }
  }

  private void run() {
    try {
      boolean over = false;
      while (!over) {
        over = lookUntilItFails();
      }
    } finally {
      synchronized (this) {
        if (Thread.currentThread() == thread) {
          thread = null;
        }
      }
    }
  }

  /** Tells whether it is over. */
  private boolean lookUntilItFails() {
    try (Place place = open.get()) {
      while (true) {
        if (place.look()) {
          complete = true;
          return true;
        }
        if (rest()) {
          return true;
        }
      }
    } catch (RuntimeException why) { // Whatever it is: others wait for what is seen here.
      failed.accept(why);
      return rest();
    }
  }

  /** Waits for the next time, and tells whether there is none. */
  private boolean rest() {
    boolean stopped = false;
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException stop) {
      stopped = true;
    }
    synchronized (this) {
      if (stopped || System.nanoTime() - asked > unaskedNanos) {
        thread = null;
        return true;
      }
      return false;
    }
  }
}
