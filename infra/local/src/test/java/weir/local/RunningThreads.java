package weir.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The threads of a moment, to see that a broker leaves none behind. */
record RunningThreads(Set<Thread> threads) {
  /** The clock of a metrics library: two threads for the whole JVM, which do not keep it alive. */
  private static final String METRICS = "metrics-meter-tick-thread";

  static RunningThreads now() {
    return new RunningThreads(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !thread.getName().startsWith(METRICS))
            .collect(Collectors.toSet()));
  }

  /** Waits a little: a thread that was told to end needs a moment. */
  void awaitNoMore() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (!threads.containsAll(now().threads) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(threads).containsAll(now().threads);
  }
}
