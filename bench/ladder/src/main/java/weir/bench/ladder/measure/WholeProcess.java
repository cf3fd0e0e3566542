package weir.bench.ladder.measure;

import java.time.Duration;
import java.util.OptionalLong;
import weir.launch.ChildJvm;

/**
 * What a process took from its start to its end.
 *
 * @param seconds how long it took
 * @param processorSeconds what it had used a moment before it ended
 * @param peakBytes the most memory that it had; none where the system does not tell
 */
public record WholeProcess(int exit, double seconds, double processorSeconds, double peakBytes) {
  private static final Duration EVERY = Duration.ofMillis(20);
  private static final double NANOS = 1e9;

  /** Watches a process that was started at this time, in nanoseconds, until it ends. */
  public static WholeProcess watch(ChildJvm process, long begun) throws InterruptedException {
    Duration processor = Duration.ZERO;
    long peak = 0;
    do {
      // Once it has ended it tells nothing, and what it told before stands.
      Duration used = process.cpu();
      processor = used.compareTo(processor) > 0 ? used : processor;
      OptionalLong bytes = PeakMemory.of(process.pid());
      peak = Math.max(peak, bytes.orElse(0));
    } while (!process.endsWithin(EVERY));
    return new WholeProcess(
        process.waitFor(), (System.nanoTime() - begun) / NANOS, processor.toNanos() / NANOS, peak);
  }
}
