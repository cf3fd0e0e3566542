package weir.bench.ladder.measure;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import weir.launch.ChildJvm;

/** The processor time that a process had used by any instant of its life. */
public final class ProcessorTime implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(100);

  /** Processor time by wall-clock time, both in milliseconds. */
  private final TreeMap<Long, Double> samples = new TreeMap<>();

  private final ChildJvm process;
  private final Thread thread = new Thread(this::sample, "processor-time");
  private volatile boolean closed;

  public ProcessorTime(ChildJvm process) {
    this.process = process;
    thread.setDaemon(true);
    thread.start();
  }

  private void sample() {
    while (!closed) {
      note(System.currentTimeMillis(), process.cpu());
      LockSupport.parkNanos(EVERY.toNanos());
    }
  }

  private synchronized void note(long millis, Duration taken) {
    samples.put(millis, taken.toNanos() / 1e6);
  }

  /** The processor time used by this instant, in milliseconds. */
  public synchronized double at(long millis) {
    Map.Entry<Long, Double> before = samples.floorEntry(millis);
    Map.Entry<Long, Double> after = samples.ceilingEntry(millis);
    if (before == null || after == null) {
      return before == null ? 0 : before.getValue();
    }
    double share =
        (millis - before.getKey()) / Math.max(1.0, (double) after.getKey() - before.getKey());
    return before.getValue() + share * (after.getValue() - before.getValue());
  }

  @Override
  public void close() {
    closed = true;
  }
}
